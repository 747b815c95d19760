package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ETag}, {@code If-None-Match} and {@code If-Match}. */
class VersionsIT {
    @RegisterExtension
    static final WireServer SERVER =
            new WireServer("jenkins: {authorizationStrategy: unsecured}\nhobson: {crumbs: false}\n");

    private static WireClient client = new WireClient("");

    @BeforeAll
    static void create() throws Exception {
        client = SERVER.client();
        client.create("a", described("0"));
        client.create("large", described("x".repeat(2 << 20)));
        client.post("createView?name=v", XML, view("v"));
        client.create(
                "F",
                "<com.cloudbees.hudson.plugins.folder.Folder><description/></com.cloudbees.hudson.plugins.folder.Folder>");
        client.post("job/F/createView?name=inside", XML, view("inside"));
        var node = "<slave><name>n</name><description>old</description><numExecutors>1</numExecutors>"
                + "<launcher class='x.Launcher'><password>open sesame</password></launcher></slave>";
        assertThat(client.post("computer/createItem?name=n", XML, node.getBytes(UTF_8))
                        .status())
                .isEqualTo(200);
    }

    private static byte[] view(String name) {
        return ("<hudson.model.ListView><name>" + name
                        + "</name><description>old</description></hudson.model.ListView>")
                .getBytes(UTF_8);
    }

    private static String described(String text) {
        return Project.of("<description>" + text + "</description>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api/json",
                "job/a/api/xml?depth=1",
                "api/python",
                "api/schema",
                "api/json?tree=jobs[name]",
                "api/json?pretty=true&tree=jobs[name,color]",
                "api/xml?xpath=//job/name&wrapper=names",
                "job/a/api/json",
                "view/v/api/json",
                "queue/api/json",
                "computer/api/json?tree=displayName",
                "whoAmI/api/json",
                "job/large/api/json",
                "job/a/config.xml",
                "view/v/config.xml",
                "job/F/config.xml",
                "job/F/view/inside/config.xml",
                "computer/n/config.xml"
            })
    void read_sameVersion_is304WithoutBody(String path) throws Exception {
        var first = client.get(path);
        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        var tag = first.header("ETag");

        for (var method : new String[] {"GET", "HEAD"}) {
            var second = client.send(method, path, "If-None-Match", tag);
            assertThat(second.status()).as(method).isEqualTo(304);
            assertThat(second.body()).isEmpty();
            assertThat(second.header("ETag")).isEqualTo(tag);
        }
        assertThat(client.get(path, "If-None-Match", "\"other\"").body()).isEqualTo(first.body());
    }

    @Test
    void read_afterAChange_isWhole() throws Exception {
        client.create("changing", described("1"));
        var before = client.get("job/changing/api/json").header("ETag");

        client.form("job/changing/description", "description=2");

        var after = client.get("job/changing/api/json", "If-None-Match", before);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.header("ETag")).isNotEqualTo(before);
    }

    @Test
    void read_zippedDocument_hasATagThatWritesMayName() throws Exception {
        client.create("zipped", described("1"));
        var tag = client.get("job/zipped/config.xml", "Accept-Encoding", "gzip").header("ETag");

        assertThat(tag).endsWith("-gzip\"");
        assertThat(write("job/zipped/config.xml", described("2"), tag).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"job/a/config.xml", "view/v/config.xml", "job/F/config.xml", "computer/n/config.xml"})
    void write_otherVersionExpected_is412WithThePresentOneAndChangesNothing(String path) throws Exception {
        var present = client.get(path);

        var changed = present.body()
                .replaceFirst("<description>[^<]*</description>|<description/>", "<description>new</description>");
        var refused = write(path, changed, "\"stale\"");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(412);
        assertThat(refused.header("ETag")).isEqualTo(present.header("ETag"));
        assertThat(refused.header("X-Error")).contains("changed since");
        assertThat(client.get(path).body()).isEqualTo(present.body());
        var taken = write(path, changed, present.header("ETag"));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
        assertThat(taken.header("ETag"))
                .isNotEqualTo(present.header("ETag"))
                .isEqualTo(client.get(path).header("ETag"));
    }

    @Test
    void write_answer_namesTheNewVersion() throws Exception {
        client.create("chained", described("1"));

        var answer = client.post("job/chained/config.xml", XML, described("2").getBytes(UTF_8));

        assertThat(answer.header("ETag"))
                .isEqualTo(client.get("job/chained/config.xml").header("ETag"));
    }

    @Test
    void write_manyAtOnceExpectingTheSame_exactlyOneWins() throws Exception {
        client.create("raced", described("start"));
        var tag = client.get("job/raced/config.xml").header("ETag");
        var writes = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 16; i++) {
            var document = described("writer " + i);
            writes.add(() -> write("job/raced/config.xml", document, tag).status());
        }

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : threads.invokeAll(writes)) statuses.add(status.get());
        }

        assertThat(statuses).hasSize(16).containsOnlyOnce(200).containsOnly(200, 412);
    }

    private static Answer write(String path, String document, String expected) throws Exception {
        return client.send("POST", path, BodyPublishers.ofString(document), "Content-Type", XML, "If-Match", expected);
    }
}
