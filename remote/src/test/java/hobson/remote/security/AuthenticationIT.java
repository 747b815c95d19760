package hobson.remote.security;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.UserChange;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationIT {
    private static final String WHO = "/whoAmI/api/json?tree=name";

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
    void whoAmI_nobody_isAnonymousAndYetAuthenticated() throws Exception {
        var answer = server.browser().get("/whoAmI/api/json");

        assertThat(answer.body())
                .isEqualTo("{\"_class\":\"hudson.security.WhoAmI\",\"anonymous\":true,\"authenticated\":true,"
                        + "\"authorities\":[\"anonymous\"],\"name\":\"anonymous\"}");
        assertThat(answer.header("X-Jenkins")).isEqualTo("2.462");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("deny");
        assertThat(answer.header("X-Hudson")).isEmpty();
    }

    @Test
    void whoAmI_xml_hasOneElementForEachAuthority() throws Exception {
        assertThat(server.as("alice").get("/whoAmI/api/xml").body())
                .isEqualTo(
                        "<whoAmI _class='hudson.security.WhoAmI'><anonymous>false</anonymous>"
                                + "<authenticated>true</authenticated><authority>authenticated</authority><name>alice</name></whoAmI>");
    }

    @Test
    void basic_rightPassword_isTheUserWithoutACookie() throws Exception {
        var answer = server.browser().withBasic("ALICE:alicepw").get(WHO);

        assertThat(answer.body()).contains("\"alice\"");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void basic_schemeInLowerCase_isRead() throws Exception {
        var header = "basic YWxpY2U6YWxpY2Vwdw==";

        assertThat(server.browser().with("Authorization", header).get(WHO).body())
                .contains("\"alice\"");
    }

    @Test
    void basic_apiToken_isTheUser() throws Exception {
        var answer =
                server.browser().withBasic("alice:" + server.tokenOf("alice")).post("/change");

        assertThat(answer.body()).isEqualTo("changed by alice with API_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic YWxpY2U6d3Jvbmc=", // alice:wrong
                "Basic bm9ib2R5Ong=", // nobody:x
                "Basic YWxpY2U=", // alice
                "Basic !!!!",
                "BASIC YWxpY2U6",
            })
    void basic_anythingWrong_isTheSame401OnPublicAddressesToo(String header) throws Exception {
        for (var path : new String[] {"/", "/login", "/whoAmI/api/json", "/nothing", "/static/x/images/y.svg"}) {
            var answer = server.browser().with("Authorization", header).get(path);

            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Jenkins\"");
            assertThat(answer.header("Set-Cookie")).startsWith("remember-me=; ").contains("Max-Age=0");
            assertThat(answer.header("Cache-Control")).isEqualTo("must-revalidate,no-cache,no-store");
            assertThat(answer.header("X-Jenkins") + answer.header("X-Hobson") + answer.header("X-Hudson"))
                    .isEmpty();
            assertThat(answer.body()).contains("Unauthorized").doesNotContain("alice", "nobody");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "Digest username=alice", "Basic", "Negotiate x"})
    void otherScheme_any_isIgnored(String header) throws Exception {
        var answer = server.browser().with("Authorization", header).get(WHO);

        assertThat(answer.body()).contains("anonymous");
    }

    @Test
    void basic_sessionOfTheSameUser_needsNoPassword() throws Exception {
        var browser = loggedIn("alice");

        assertThat(browser.withBasic("alice:wrong").get(WHO).body()).contains("\"alice\"");
        assertThat(browser.withBasic("bob:wrong").get(WHO).status()).isEqualTo(401);
    }

    @Test
    void session_passwordChanged_isOver() throws Exception {
        var browser = loggedIn("alice");
        assertThat(browser.get(WHO).body()).contains("\"alice\"");

        server.users.configure(new Caller("alice", Caller.Proof.PASSWORD), "alice", UserChange.ofPassword("fresh"));

        assertThat(browser.get(WHO).body()).contains("anonymous");
    }

    @Test
    void session_accountDeleted_isOver() throws Exception {
        var browser = loggedIn("bob");

        server.users.delete(new Caller("admin", Caller.Proof.PASSWORD), "bob");

        assertThat(browser.get(WHO).body()).contains("anonymous");
    }

    @Test
    void securityOff_wrongCredentials_areNotLookedAt() throws Exception {
        try (var open = SecuredServer.started(uploads, new Authorization.Unsecured(), "")) {
            assertThat(open.browser().withBasic("alice:wrong").get("/").body()).isEqualTo("hello anonymous");
        }
    }

    private Browser loggedIn(String name) throws Exception {
        var browser = server.browser();
        browser.post("/j_spring_security_check", java.util.Map.of("j_username", name, "j_password", name + "pw"));
        return browser;
    }
}
