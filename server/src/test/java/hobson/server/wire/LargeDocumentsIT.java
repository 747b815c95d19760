package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are large where each item's stays in memory; elsewhere they may be. */
class LargeDocumentsIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String LONG = "a".repeat(300_000);
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void logIn() throws Exception {
        client = SERVER.client().withCrumb();
        client.create("small", Project.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<displayName>%s</displayName>",
                "<triggers><jenkins.triggers.ReverseBuildTrigger><upstreamProjects>%s</upstreamProjects>"
                        + "</jenkins.triggers.ReverseBuildTrigger></triggers>",
                "<triggers><hudson.triggers.TimerTrigger><spec># %s</spec></hudson.triggers.TimerTrigger></triggers>",
                "<properties><hudson.security.AuthorizationMatrixProperty><permission>USER:hudson.model.Item.Read:%s"
                        + "</permission></hudson.security.AuthorizationMatrixProperty></properties>",
            })
    void document_withMuchThatStaysInMemory_isRefused(String element) throws Exception {
        var document = Project.of(element.formatted(LONG)).getBytes(UTF_8);

        for (var address : new String[] {"createItem?name=large", "job/small/config.xml"}) {
            var answer = client.post(address, XML, document);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.header("X-Error")).contains("more than the 200000 allowed");
        }
        assertThat(client.get("job/large/api/json").status()).isEqualTo(404);
        assertThat(client.text("job/small/config.xml")).isEqualTo(Project.of());
    }

    @Test
    void document_thatNamesTooManyJobs_isRefused() throws Exception {
        var names = IntStream.range(0, 3_000).mapToObj(i -> "job-" + i).collect(Collectors.joining(","));
        var trigger = "<publishers><hudson.tasks.BuildTrigger><childProjects>" + names
                + "</childProjects></hudson.tasks.BuildTrigger></publishers>";

        var answer =
                client.post("createItem?name=wide", XML, Project.of(trigger).getBytes(UTF_8));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Error")).contains("3000 jobs", "more than the 2000 allowed");
    }

    @Test
    void document_withALongScript_isTaken() throws Exception {
        client.create("scripted", Project.of("<description>" + LONG + "</description>", Project.shell("# " + LONG)));

        assertThat(client.build("scripted", "build")).isEqualTo(1);
    }
}
