package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may change something: alice may everything, bob may read, carol may build, everybody else may nothing. */
class SecurityIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 0
              securityRealm:
                local:
                  users:
                    - {id: alice, password: "a:pass"}
                    - {id: bob, password: bobs}
                    - {id: carol, password: carols}
              authorizationStrategy:
                globalMatrix:
                  permissions:
                    - "USER:Overall/Administer:alice"
                    - "USER:Overall/Read:bob"
                    - "USER:Job/Read:bob"
                    - "USER:Overall/Read:carol"
                    - "USER:Job/Read:carol"
                    - "USER:Job/Build:carol"
            """);

    private static final String NO_CRUMB = "No valid crumb was included in the request";
    private static final Pattern TOKEN = Pattern.compile("\"tokenValue\":\"(11[0-9a-f]{32})\"");
    private static String token = "";

    @BeforeAll
    static void createJobs() throws Exception {
        var alice = SERVER.client().as("alice", "a:pass").withCrumb();
        alice.create("job", "<project/>");
        alice.create("tokened", "<project><authToken>sesame</authToken></project>");
        var answer =
                alice.post("me/descriptorByName/jenkins.security.ApiTokenProperty/generateNewToken?newTokenName=t");
        var value = TOKEN.matcher(answer.body());
        assertThat(value.find()).as(answer.toString()).isTrue();
        token = value.group(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "job/job/build",
                "job/job/doDelete",
                "job/job/disable",
                "createItem?name=x&mode=copy&from=job",
                "quietDown",
                "queue/cancelItem?id=1",
                "no/such/address",
            })
    void post_withPasswordAndNoCrumb_is403WithTheSentence(String path) throws Exception {
        var answer = SERVER.client().as("alice", "a:pass").post(path);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains(NO_CRUMB);
        assertThat(answer.header("X-Jenkins")).isEmpty();
    }

    @Test
    void post_crumbThatIsNotTheSessions_is403() throws Exception {
        var alice = SERVER.client().as("alice", "a:pass").withCrumb();
        var crumb = SERVER.client()
                .as("alice", "a:pass")
                .get("crumbIssuer/api/xml?xpath=/*/crumb/text()")
                .body();

        assertThat(alice.post("job/job/build?delay=900sec").status()).isEqualTo(201);
        for (var wrong : new String[] {crumb, "0".repeat(64), "", "x"}) {
            var answer = SERVER.client()
                    .as("alice", "a:pass")
                    .with("Jenkins-Crumb", wrong)
                    .post("job/job/build");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains(NO_CRUMB);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "form"})
    void post_crumbAsParameter_isTaken(String place) throws Exception {
        var alice = SERVER.client().as("alice", "a:pass");
        var pair = alice.get("crumbIssuer/api/xml?xpath=concat(//crumbRequestField,'=',//crumb)")
                .body();

        var path = "job/job/build?delay=900sec";
        var answer = place.equals("query") ? alice.post(path + "&" + pair) : alice.form(path, pair);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    void post_crumbInAMultipartBody_isNot() throws Exception {
        var alice = SERVER.client().as("alice", "a:pass");
        var crumb = alice.get("crumbIssuer/api/xml?xpath=/*/crumb/text()").body();

        assertThat(alice.multipart("job/job/build", WireClient.Part.field("Jenkins-Crumb", crumb))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/json", "login", "whoAmI/api/json", "job/job/", "no/such"})
    void basic_wrongSecret_is401Everywhere(String path) throws Exception {
        for (var client : new WireClient[] {
            SERVER.client().as("alice", "wrong"),
            SERVER.client().as("nobody", "wrong"),
            SERVER.client().as("alice", "11" + "0".repeat(32)),
            SERVER.client().as("bob", token),
            SERVER.client().with("Authorization", "Basic !!!"),
        }) {
            var answer = client.get(path);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Jenkins\"");
            assertThat(answer.header("X-Jenkins")).isEmpty();
        }
    }

    @Test
    void token_needsNoCrumb() throws Exception {
        var path = "job/job/build?delay=900sec";

        assertThat(SERVER.client().as("alice", token).post(path).status()).isEqualTo(201);
        assertThat(SERVER.client()
                        .as("alice", token)
                        .with("Jenkins-Crumb", "stale")
                        .post(path)
                        .status())
                .isEqualTo(201);
        assertThat(SERVER.client().as("ALICE", token.substring(2)).post(path).status())
                .isEqualTo(201);
        assertThat(SERVER.client().as("alice", token).get(path).status()).isEqualTo(405);
        assertThat(SERVER.client()
                        .as("alice", token)
                        .post("createItem?name=bytoken", XML, "<project/>".getBytes(UTF_8)))
                .returns(200, Answer::status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"api/json", "job/job/", "job/tokened/build?token=sesame", "job/none/", "crumbIssuer/api/json"})
    void anonymous_withoutRead_isSentToLogin(String path) throws Exception {
        var answer = SERVER.client().get(path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.body()).contains("Authentication required", "/login?from=");
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | job/job/build                   | hudson.model.Item.Build
            POST   | job/job/doDelete                | hudson.model.Item.Delete
            DELETE | job/job/                        | hudson.model.Item.Delete
            POST   | job/job/disable                 | hudson.model.Item.Configure
            POST   | job/job/enable                  | hudson.model.Item.Configure
            POST   | job/job/config.xml              | hudson.model.Item.Configure
            GET    | job/job/config.xml              | hudson.model.Item.Configure
            POST   | job/job/description?description=x | hudson.model.Item.Configure
            POST   | job/job/submitDescription?description=x | hudson.model.Item.Configure
            POST   | job/job/cancelQueue             | hudson.model.Item.Cancel
            POST   | createItem?name=x&mode=copy&from=job | hudson.model.Item.Create
            POST   | createView?name=x&mode=copy&from=all | hudson.model.View.Create
            POST   | quietDown                       | hudson.model.Hudson.Administer
            POST   | restart                         | hudson.model.Hudson.Administer
            POST   | exit                            | hudson.model.Hudson.Administer
            """)
    void reader_changingSomething_isToldWhatIsMissing(String method, String path, String permission) throws Exception {
        var answer = SERVER.client().as("bob", "bobs").withCrumb().send(method, path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
        assertThat(answer.header("X-You-Are-Authenticated-As")).isEqualTo("bob");
        assertThat(answer.header("X-Required-Permission")).isEqualTo(permission);
        assertThat(SERVER.client().as("alice", token).get("job/job/").status()).isEqualTo(200);
    }

    @Test
    void reader_renaming_isRefused() throws Exception {
        var bob = SERVER.client().as("bob", "bobs").withCrumb();

        assertThat(bob.post("job/job/confirmRename?newName=other").status()).isEqualTo(403);
        assertThat(bob.post("job/job/doRename?newName=").status()).isEqualTo(403);
        assertThat(bob.get("job/other/").status()).isEqualTo(404);
    }

    @Test
    void builder_mayBuild_butNotCancel() throws Exception {
        var carol = SERVER.client().as("carol", "carols").withCrumb();
        var alice = SERVER.client().as("alice", token);
        alice.create("carols", "<project/>");

        long item = carol.post("job/carols/build?delay=900sec").item();

        assertThat(carol.post("queue/cancelItem?id=" + item).status()).isEqualTo(422);
        assertThat(carol.post("queue/item/" + item + "/cancelQueue").status()).isEqualTo(204);
        assertThat(alice.text("queue/item/" + item + "/api/json")).contains("WaitingItem");
        int number = carol.start("carols", "build?delay=0sec");
        for (var action : new String[] {"stop", "toggleLogKeep", "doDelete", "submitDescription?description=x"}) {
            assertThat(carol.post("job/carols/" + number + "/" + action).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void idempotencyKey_ofAnotherUser_isAnotherKey() throws Exception {
        var alice = SERVER.client()
                .as("alice", token)
                .with("Idempotency-Key", "same")
                .with("Prefer", "wait=60");
        var carol = SERVER.client()
                .as("carol", "carols")
                .with("Idempotency-Key", "same")
                .with("Prefer", "wait=60");
        alice.create("keyed", "<project/>");

        var first = alice.post("job/keyed/build");

        assertThat(carol.withCrumb().post("job/keyed/build").item()).isNotEqualTo(first.item());
        assertThat(alice.post("job/keyed/build").item()).isEqualTo(first.item());
    }
}
