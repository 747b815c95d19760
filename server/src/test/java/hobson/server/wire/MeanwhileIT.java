package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests whose body comes when what they are about is no longer what it was when they were let in: bob may everything in the folders
 * that say so, and nothing elsewhere.
 */
class MeanwhileIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 900
              securityRealm:
                local:
                  users:
                    - {id: admin, password: admins}
                    - {id: bob, password: bobs}
              authorizationStrategy:
                projectMatrix:
                  permissions:
                    - "USER:Overall/Administer:admin"
                    - "GROUP:Overall/Read:authenticated"
            hobson: {crumbs: false}
            """);

    private static final String FOLDER = "com.cloudbees.hudson.plugins.folder.Folder";
    private static final String MATRIX = "com.cloudbees.hudson.plugins.folder.properties.AuthorizationMatrixProperty";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static WireClient admin = new WireClient("");
    private static WireClient bob = new WireClient("");

    @BeforeAll
    static void login() throws Exception {
        admin = SERVER.client().as("admin", "admins");
        bob = SERVER.client().as("bob", "bobs");
        admin.create("closed", "<" + FOLDER + "/>");
    }

    private static String granting(String... permissions) {
        var lines = new StringBuilder();
        for (var permission : permissions) {
            lines.append("<permission>USER:hudson.model.").append(permission).append(":bob</permission>");
        }
        return "<" + FOLDER + "><properties><" + MATRIX + ">" + lines + "</" + MATRIX + "></properties></" + FOLDER
                + ">";
    }

    /** A folder of that name where bob may everything, with the job {@code job} in it. */
    private static void open(String folder) throws Exception {
        admin.create(
                folder,
                granting(
                        "Item.Read",
                        "Item.Create",
                        "Item.Configure",
                        "Item.Delete",
                        "Item.Build",
                        "View.Create",
                        "View.Configure"));
        var job = "<project><description>as it was</description></project>";
        assertThat(admin.post("job/" + folder + "/createItem?name=job", XML, job.getBytes(UTF_8)))
                .returns(200, Answer::status);
    }

    /** Bob's request; the server has let him in when it asks for the body, and that comes after {@code meanwhile}. */
    private static int status(String path, String type, String body, Callable<?> meanwhile) throws Exception {
        var slow = BodyPublishers.ofInputStream(() -> {
            try {
                meanwhile.call();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return new ByteArrayInputStream(body.getBytes(UTF_8));
        });
        var request = bob.request(path).header("Content-Type", type).expectContinue(true);
        return HTTP.send(request.POST(slow).build(), BodyHandlers.discarding()).statusCode();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            config.xml          | application/xml                   | <project><description>bob's</description></project>
            submitDescription   | application/x-www-form-urlencoded | description=bobs
            description         | application/x-www-form-urlencoded | description=bobs
            doRename            | application/x-www-form-urlencoded | newName=bobs
            build               | application/x-www-form-urlencoded | delay=0sec
            """)
    void job_thatMovesToWhereTheCallerMayNothing_stays(String action, String type, String body) throws Exception {
        var folder = "of-" + action;
        open(folder);

        int status = status("job/" + folder + "/job/job/" + action, type, body, () -> {
            assertThat(admin.form("job/" + folder + "/job/job/move/move", "destination=/closed"))
                    .returns(302, Answer::status);
            return admin.form("job/closed/job/job/doRename", "newName=" + action);
        });

        assertThat(status).isIn(403, 404);
        assertThat(admin.text("job/closed/job/" + action + "/api/json?tree=name,description,inQueue"))
                .contains("\"name\":\"" + action + "\"", "\"description\":\"as it was\"", "\"inQueue\":false");
    }

    @Test
    void report_forJobThatMovesToWhereTheCallerMayNothing_leavesNoBuild() throws Exception {
        open("reported");
        admin.post("job/reported/createItem?name=outside", XML, "<hudson.model.ExternalJob/>".getBytes(UTF_8));

        int status = status(
                "job/reported/job/outside/postBuildResult",
                "text/xml",
                "<run><log encoding=\"hexBinary\">00</log><result>0</result></run>",
                () -> admin.form("job/reported/job/outside/move/move", "destination=/closed"));

        assertThat(status).isIn(403, 404);
        assertThat(admin.text("job/closed/job/outside/api/json?tree=nextBuildNumber"))
                .contains("\"nextBuildNumber\":1}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            createItem?name=new         | <project/>
            createView?name=new         | <hudson.model.ListView/>
            view/All/config.xml         | <hudson.model.AllView><description>bob's</description></hudson.model.AllView>
            """)
    void folder_thatGrantsNothingAnyMore_staysAsItIs(String action, String document) throws Exception {
        var folder = "with-" + action.replaceAll("\\W", "");
        open(folder);

        int status = status(
                "job/" + folder + "/" + action,
                XML,
                document,
                () -> admin.post(
                        "job/" + folder + "/config.xml",
                        XML,
                        granting("Item.Read", "View.Read").getBytes(UTF_8)));

        assertThat(status).isEqualTo(403);
        assertThat(admin.text("job/" + folder + "/api/json?tree=jobs[name],views[name,description]"))
                .contains("\"name\":\"job\"", "\"name\":\"All\"")
                .doesNotContain("new", "bob's");
    }

    @Test
    void folder_thatHasMoved_getsTheItemWhereItIs() throws Exception {
        open("moving");

        int status = status("job/moving/createItem?name=new", XML, "<project/>", () -> {
            admin.form("job/moving/doRename", "newName=moved");
            admin.create("moving", "<" + FOLDER + "/>");
            return "";
        });

        assertThat(status).isEqualTo(200);
        assertThat(bob.text("job/moved/api/json?tree=jobs[name]")).contains("\"new\"");
        assertThat(admin.text("job/moving/api/json?tree=jobs[name]")).doesNotContain("\"new\"");
    }
}
