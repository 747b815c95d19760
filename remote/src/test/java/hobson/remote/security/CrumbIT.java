package hobson.remote.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrumbIT {
    private static final String CRUMB = "Jenkins-Crumb";
    private static final String REFUSED = "No valid crumb was included in the request";

    @TempDir
    Path uploads;

    private SecuredServer server;

    @BeforeEach
    void start() throws IOException {
        server = SecuredServer.started(uploads);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void issuer_json_isWhatClientsParse() throws Exception {
        var browser = server.as("alice");

        var answer = browser.get("/crumbIssuer/api/json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(answer.body())
                .matches("\\{\"_class\":\"hudson.security.csrf.DefaultCrumbIssuer\",\"crumb\":\"[0-9a-f]{64}\","
                        + "\"crumbRequestField\":\"Jenkins-Crumb\"}");
        assertThat(browser.session()).startsWith("JSESSIONID.");
    }

    @Test
    void issuer_xmlAndPython_sayTheSame() throws Exception {
        var browser = server.as("alice");

        assertThat(browser.get("/crumbIssuer/api/xml").body())
                .matches(
                        "<defaultCrumbIssuer _class='hudson.security.csrf.DefaultCrumbIssuer'>"
                                + "<crumb>[0-9a-f]{64}</crumb><crumbRequestField>Jenkins-Crumb</crumbRequestField></defaultCrumbIssuer>");
        assertThat(browser.get("/crumbIssuer/api/python").body()).contains("\"crumbRequestField\":\"Jenkins-Crumb\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "concat(//crumbRequestField,\":\",//crumb)|Jenkins-Crumb:[0-9a-f]{64}",
                "concat(//crumbRequestField,'=',//crumb)|Jenkins-Crumb=[0-9a-f]{64}",
                "concat(//crumbRequestField, ':', //crumb)|Jenkins-Crumb:[0-9a-f]{64}",
                "/*/crumb/text()|[0-9a-f]{64}",
                "/*/crumbRequestField/text()|Jenkins-Crumb",
            })
    void issuer_wellKnownExpression_isAnsweredAsText(String xpath, String pattern) throws Exception {
        var answer = server.as("alice").get("/crumbIssuer/api/xml?xpath=" + encoded(xpath));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(answer.header("X-Jenkins")).isEqualTo("2.462");
        assertThat(answer.body()).matches(pattern);
    }

    @Test
    void issuer_crumbsOff_isNotThereAndNobodyAsks() throws Exception {
        try (var without = SecuredServer.started(uploads, false, false)) {
            assertThat(without.as("alice").get("/crumbIssuer/api/json").status())
                    .isEqualTo(404);
            assertThat(without.as("alice").post("/change").body()).isEqualTo("changed by alice with PASSWORD");
        }
    }

    @Test
    void issuer_withoutApi_isNotThere() throws Exception {
        assertThat(server.as("alice").get("/crumbIssuer/").status()).isEqualTo(404);
    }

    @Test
    void issuer_callerWhoMayReadNothing_isDenied() throws Exception {
        var browser = server.browser();

        assertThat(browser.get("/crumbIssuer/api/json").status()).isEqualTo(403);
        assertThat(browser.session()).startsWith("JSESSIONID.");
    }

    @Test
    void issuer_sameSession_givesTheSameCrumb() throws Exception {
        var browser = server.as("alice");

        assertThat(browser.get("/crumbIssuer/api/json").body())
                .isEqualTo(browser.get("/crumbIssuer/api/json").body());
        assertThat(server.sessions.size()).isEqualTo(1);
    }

    @Test
    void post_withoutCrumb_isRefusedInTheWordsThatClientsLookFor() throws Exception {
        var answer = server.as("admin").post("/change");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains(REFUSED);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=iso-8859-1");
        assertThat(answer.header("X-Jenkins") + answer.header("X-Hudson")).isEmpty();
    }

    @Test
    void post_withoutCrumbToNowhere_isRefusedBeforeAnythingIsLookedUp() throws Exception {
        assertThat(server.browser().post("/job/x/build").body()).contains(REFUSED);
    }

    @Test
    void post_crumbInHeader_passes() throws Exception {
        assertThat(server.as("alice").withCrumb().post("/change").body()).isEqualTo("changed by alice with PASSWORD");
    }

    @Test
    void post_crumbInQueryOrForm_passes() throws Exception {
        var browser = server.as("alice").withCrumb();
        var crumb = crumb(browser);
        browser.without(CRUMB);

        assertThat(browser.post("/change?" + CRUMB + "=" + crumb).status()).isEqualTo(200);
        assertThat(browser.post("/change", Map.of("a", "b", CRUMB, crumb)).status())
                .isEqualTo(200);
    }

    @Test
    void post_crumbInMultipartOrUnderItsOldName_isNotSeen() throws Exception {
        var browser = server.as("alice").withCrumb();
        var crumb = crumb(browser);
        browser.without(CRUMB);
        var multipart =
                "--x\r\nContent-Disposition: form-data; name=\"" + CRUMB + "\"\r\n\r\n" + crumb + "\r\n--x--\r\n";

        assertThat(browser.send("POST", "/change", "multipart/form-data; boundary=x", multipart)
                        .status())
                .isEqualTo(403);
        assertThat(browser.with(".crumb", crumb).post("/change").status()).isEqualTo(403);
    }

    @Test
    void post_crumbWithoutItsSession_isRefusedAndGivenASession() throws Exception {
        var browser = server.as("alice").withCrumb();
        browser.cookies().clear();

        var answer = browser.post("/change");

        assertThat(answer.body()).contains(REFUSED);
        assertThat(browser.session()).startsWith("JSESSIONID.");
    }

    @Test
    void post_crumbOfAnotherUser_isRefused() throws Exception {
        var browser = server.as("admin").withCrumb();

        assertThat(browser.withBasic("alice:alicepw").post("/change").status()).isEqualTo(403);
    }

    @Test
    void post_otherAddressThanAtIssue_isRefused() throws Exception {
        var browser =
                server.as("alice").with("X-Forwarded-For", "10.0.0.1, 10.9.9.9").withCrumb();

        assertThat(browser.with("X-Forwarded-For", "10.0.0.2").post("/change").status())
                .isEqualTo(403);
        assertThat(browser.with("X-Forwarded-For", "10.0.0.1").post("/change").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "deadbeef", "é", "0000000000000000000000000000000000000000000000000000000000000000"})
    void post_guessedCrumb_isRefused(String guess) throws Exception {
        var browser = server.as("alice").withCrumb().without(CRUMB);

        assertThat(browser.post("/change?" + CRUMB + "=" + encoded(guess)).status())
                .isEqualTo(403);
    }

    @Test
    void post_crumbFromBeforeTheLogin_isRefused() throws Exception {
        var browser = server.as("alice").withCrumb().without("Authorization");

        browser.post("/j_spring_security_check", Map.of("j_username", "alice", "j_password", "alicepw"));

        assertThat(browser.post("/change").status()).isEqualTo(403);
        assertThat(browser.withCrumb().post("/change").body()).isEqualTo("changed by alice with SESSION");
    }

    @Test
    void post_apiToken_needsNoCrumbEvenWithABadOne() throws Exception {
        var browser = server.browser().withBasic("alice:" + server.tokenOf("alice"));

        assertThat(browser.post("/change").status()).isEqualTo(200);
        assertThat(browser.with(CRUMB, "bogus").post("/change").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/cli,200",
        "//cli,200",
        "/x/../cli,200",
        "/cli/,403",
        "/cli/x,403",
        "/clix,403",
        "/static/y/cli,403",
        "/change/../cli/../change,403"
    })
    void post_commandLine_isExemptAtThatVeryPathAlone(String path, int status) throws Exception {
        assertThat(server.as("alice").post(path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS"})
    void otherMethods_withoutCrumb_pass(String method) throws Exception {
        assertThat(server.as("alice").send(method, "/whoAmI/api/json", null, "").status())
                .isEqualTo(200);
    }

    private static String crumb(Browser browser) throws Exception {
        return browser.get("/crumbIssuer/api/xml?xpath=/*/crumb/text()").body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
