package hobson.remote.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.user.Caller;
import hobson.engine.user.UserChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginFormIT {
    private static final String CHECK = "/ci/j_spring_security_check";
    private static final String WHO = "/ci/whoAmI/api/json?tree=name";

    @TempDir
    Path uploads;

    private SecuredServer server;

    @BeforeEach
    void start() throws IOException {
        server = SecuredServer.started(uploads, SecuredServer.MATRIX, "/ci");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void login_page_isAFormWithLabelsAndStartsASession() throws Exception {
        var browser = server.browser();

        var answer = browser.get("/ci/login?from=%2Fci%2Fjob%2Fx%2F%3Fa%3D%22b");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Jenkins")).isEqualTo("2.462");
        assertThat(answer.header("Expires")).isEqualTo("0");
        assertThat(answer.body())
                .contains(
                        "action=\"/ci/j_spring_security_check\"",
                        "<label for=\"j_username\">",
                        "<label for=\"j_password\">")
                .contains("name=\"from\" value=\"/ci/job/x/?a=&quot;b\"");
        assertThat(browser.session()).matches("JSESSIONID\\.[0-9a-f]{8}=node0.*");
    }

    @Test
    void submit_rightPassword_goesOnToWhereItCameFrom() throws Exception {
        var browser = server.browser();

        var answer = login(browser, "alicepw", "/ci/job/x/");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/ci/job/x/");
        assertThat(browser.get(WHO).body()).contains("\"alice\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/j_acegi_security_check", "/j_spring_security_check"})
    void submit_eitherAddress_isTheSame(String address) throws Exception {
        var browser = server.browser();

        browser.post("/ci" + address, Map.of("j_username", "alice", "j_password", "alicepw"));

        assertThat(browser.get(WHO).body()).contains("\"alice\"");
    }

    @Test
    void submit_withBasicToo_isALogin() throws Exception {
        var browser = server.as("bob");

        assertThat(login(browser, "alicepw", "").location()).isEqualTo("/ci/");

        assertThat(browser.without("Authorization").get(WHO).body()).contains("\"alice\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\evil",
                "javascript:alert(1)",
                "/a\nb",
                " /x"
            })
    void submit_unsafeTarget_goesToTheTop(String from) throws Exception {
        assertThat(login(server.browser(), "alicepw", from).location()).isEqualTo("/ci/");
    }

    @Test
    void submit_multipart_isNotRead() throws Exception {
        var body = new StringBuilder();
        for (var field : new String[] {"j_username\"\r\n\r\nalice", "j_password\"\r\n\r\nalicepw"}) {
            body.append("--B\r\nContent-Disposition: form-data; name=\"")
                    .append(field)
                    .append("\r\n");
        }
        var browser = server.browser();

        var answer = browser.send("POST", CHECK, "multipart/form-data; boundary=B", body + "--B--\r\n");

        assertThat(answer.location()).isEqualTo("/ci/loginError");
        assertThat(browser.get(WHO).body()).contains("\"anonymous\"");
    }

    @Test
    void submit_wrongPassword_leadsToTheErrorPage() throws Exception {
        var browser = server.browser();

        var answer = login(browser, "wrong", "/ci/job/x/");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/ci/loginError");
        var error = browser.get("/ci/loginError");
        assertThat(error.status()).isEqualTo(401);
        assertThat(error.header("WWW-Authenticate")).isEmpty();
        assertThat(error.body()).contains("role=\"alert\"");
        assertThat(browser.get(WHO).body()).contains("anonymous");
    }

    @Test
    void submit_apiToken_isNoPassword() throws Exception {
        assertThat(login(server.browser(), server.tokenOf("alice"), "").location())
                .isEqualTo("/ci/loginError");
    }

    @Test
    void submit_existingSession_getsAnotherId() throws Exception {
        var browser = server.browser();
        browser.get("/ci/login");
        var planted = browser.session();

        login(browser, "alicepw", "");

        assertThat(browser.session()).isNotEqualTo(planted).startsWith("JSESSIONID.");
        assertThat(server.browser().with("Cookie", planted).get(WHO).body()).contains("anonymous");
    }

    @Test
    void check_get_isNotThere() throws Exception {
        assertThat(server.as("alice").get(CHECK).status()).isEqualTo(404);
    }

    @Test
    void loginError_knownCaller_goesToTheTop() throws Exception {
        var answer = server.as("alice").get("/ci/loginError");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/ci/");
    }

    @Test
    void logout_afterLogin_endsSessionAndCookies() throws Exception {
        var browser = server.browser();
        remembered(browser);
        var session = browser.session();

        var answer =
                browser.with("Cookie", session + "; JSESSIONID.0a0a0a0a=old").get("/ci/logout");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/ci/");
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anyMatch(line -> line.startsWith("remember-me=;"))
                .anyMatch(line -> line.startsWith("JSESSIONID.0a0a0a0a=;"))
                .allMatch(line -> line.contains("Max-Age=0"));
        assertThat(server.browser().with("Cookie", session).get(WHO).body()).contains("anonymous");
    }

    @Test
    void rememberMe_newBrowserWindow_isTheUserForFourteenDays() throws Exception {
        var cookie = rememberMe();

        assertThat(withCookie(cookie).get(WHO).body()).contains("\"alice\"");
        server.clock.advance(Duration.ofDays(14).minusSeconds(1));
        assertThat(withCookie(cookie).get(WHO).body()).contains("\"alice\"");
        server.clock.advance(Duration.ofSeconds(2));
        assertThat(withCookie(cookie).get(WHO).body()).contains("anonymous");
    }

    @Test
    void rememberMe_always_isUserEndAndSignature() throws Exception {
        var text = new String(Base64.getDecoder().decode(rememberMe()), UTF_8);

        assertThat(text).matches("alice:\\d{13}:[0-9a-f]{64}");
    }

    @Test
    void rememberMe_passwordChanged_isRefusedAndCleared() throws Exception {
        var cookie = rememberMe();

        server.users.configure(new Caller("alice", Caller.Proof.PASSWORD), "alice", UserChange.ofPassword("fresh"));

        var answer = withCookie(cookie).get(WHO);
        assertThat(answer.body()).contains("anonymous");
        assertThat(answer.header("Set-Cookie")).startsWith("remember-me=; ").contains("Max-Age=0");
    }

    @Test
    void rememberMe_forged_isRefused() throws Exception {
        var parts = new String(Base64.getDecoder().decode(rememberMe()), UTF_8).split(":", -1);
        var later = Long.parseLong(parts[1]) + 1;

        for (var forged : new String[] {
            "bob:" + parts[1] + ":" + parts[2],
            "alice:" + later + ":" + parts[2],
            "alice:" + parts[1] + ":" + "0".repeat(64),
            "alice:" + parts[1],
            "alice:99999999999999999999:" + parts[2],
            "::",
        }) {
            var cookie = Base64.getEncoder().withoutPadding().encodeToString(forged.getBytes(UTF_8));
            assertThat(withCookie(cookie).get(WHO).body()).as(forged).contains("anonymous");
        }
        assertThat(withCookie("!not-base64!").get(WHO).body()).contains("anonymous");
    }

    private Browser.Answer login(Browser browser, String password, String from) throws Exception {
        return browser.post(CHECK, Map.of("j_username", "alice", "j_password", password, "from", from));
    }

    private String rememberMe() throws Exception {
        var browser = server.browser();
        remembered(browser);
        return browser.cookies().getOrDefault("remember-me", "");
    }

    private void remembered(Browser browser) throws Exception {
        browser.post(CHECK, Map.of("j_username", "alice", "j_password", "alicepw", "remember_me", "on"));
    }

    private Browser withCookie(String rememberMe) {
        return server.browser().with("Cookie", "remember-me=" + rememberMe);
    }
}
