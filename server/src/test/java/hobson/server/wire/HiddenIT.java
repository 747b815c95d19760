package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller who may not know of it learns of a job or a view: alice may everything, mallory may create and cancel, and read nothing. */
class HiddenIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 0
              numExecutors: 1
              securityRealm:
                local:
                  users:
                    - {id: alice, password: alices}
                    - {id: mallory, password: mallorys}
              authorizationStrategy:
                globalMatrix:
                  permissions:
                    - "USER:Overall/Administer:alice"
                    - "USER:Overall/Read:mallory"
                    - "USER:Job/Create:mallory"
                    - "USER:Job/Cancel:mallory"
                    - "USER:View/Create:mallory"
            """);

    private static WireClient alice = new WireClient("");
    private static WireClient mallory = new WireClient("");

    @BeforeAll
    static void login() throws Exception {
        alice = SERVER.client().as("alice", "alices").withCrumb();
        mallory = SERVER.client().as("mallory", "mallorys").withCrumb();
        alice.create("secret", Project.of(Project.shell("while [ ! -e go ]; do sleep 0.1; done")));
        var view = "<hudson.model.ListView><jobNames><string>secret</string></jobNames></hudson.model.ListView>";
        assertThat(alice.post("createView?name=plans", XML, view.getBytes(UTF_8)))
                .returns(200, Answer::status);
    }

    @Test
    void createItem_nameOfAHiddenJob_isRefusedWithoutAReason() throws Exception {
        for (var name : new String[] {"secret", "SECRET"}) {
            var answer = mallory.post("createItem?name=" + name, XML, "<project/>".getBytes(UTF_8));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.header("X-Error")).isEmpty();
            assertThat(answer.body()).doesNotContainIgnoringCase("secret").doesNotContain("exists");
        }
    }

    @Test
    void checkJobName_nameOfAHiddenJob_isRefusedWithoutAReason() throws Exception {
        assertThat(mallory.text("checkJobName?value=secret")).isEqualTo("<div class=\"error\"></div>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/json", "/rssAll", "/cc.xml/", "/job/secret/", ""})
    void view_withNothingInItToSee_isNotThere(String address) throws Exception {
        assertThat(alice.get("view/plans" + address).status()).isIn(200, 302);
        assertThat(mallory.get("view/plans" + address).status()).isEqualTo(404);
        assertThat(mallory.get("view/all/api/json").status()).isEqualTo(200);
    }

    @Test
    void copy_ofAHiddenView_isOfNone() throws Exception {
        var answer = mallory.form("createView", "name=mine&mode=copy&from=plans");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body()).contains("No such view: plans");
    }

    @Test
    void stopOfAnExecutor_runningAHiddenJob_doesNothing() throws Exception {
        int number = alice.start("secret", "build");

        for (var guess : new String[] {"secret%23" + number, "secret%230", ""}) {
            assertThat(mallory.post("computer/(built-in)/executors/0/stop?runExtId=" + guess))
                    .returns(302, Answer::status);
        }

        var workspace = Files.createDirectories(SERVER.workspace("secret"));
        Files.createFile(workspace.resolve("go"));
        alice.awaitEnd("secret", number);
        assertThat(alice.text("job/secret/" + number + "/api/json?tree=result")).contains("SUCCESS");
    }
}
