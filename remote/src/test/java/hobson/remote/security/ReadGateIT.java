package hobson.remote.security;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.user.Authorization;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadGateIT {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/json",
                "/job/x",
                "/nothing",
                "/user/alice/api/json",
                "/user/nobody/api/json",
                "/me/api/json",
                "/crumbIssuer/api/json",
                "/static/x/api/json",
                "/static/x",
                "/static/x/static/y/job/z/",
                "/loginx",
                "/whoAmIx/api/json",
                "/Login",
                "/login%2F..%2Fapi",
                "/login/../api/json",
                "/securityRealm/",
                "/securityRealm/user/alice/api/json",
                "/computer/x/jenkins-agent.jnlp",
                "/computer/x/y/jenkins-agent.jnlp?encrypt=true",
            })
    void anonymous_anythingElse_isSentToTheLogin(String path) throws Exception {
        var answer = server.browser().get(path);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("url=/login?from=");
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
        assertThat(answer.header("X-Jenkins")).isEqualTo("2.462");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "//login",
                "/login/",
                "/whoAmI/api/json",
                "/logout",
                "/signup",
                "/static/x/images/rage.svg",
                "/images/x.png",
                "/robots.txt",
                "/cli",
                "/jnlpJars/agent.jar",
                "/securityRealm/commenceLogin",
                "/computer/x/jenkins-agent.jnlp?encrypt=true",
            })
    void anonymous_openPath_isAnsweredByTheRouter(String path) throws Exception {
        assertThat(server.browser().get(path).status()).isNotIn(401, 403, 500);
    }

    @Test
    void userWithoutRead_anything_isToldWhatIsMissing() throws Exception {
        var answer = server.as("eve").get("/");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("X-You-Are-Authenticated-As")).isEqualTo("eve");
        assertThat(answer.header("X-Required-Permission")).isEqualTo("hudson.model.Hudson.Read");
        assertThat(answer.body()).contains("eve is missing the Overall/Read permission");
    }

    @Test
    void anonymousWhoMayRead_root_isAnswered() throws Exception {
        try (var readable = SecuredServer.started(uploads, new Authorization.LoggedIn(true), "")) {
            assertThat(readable.browser().get("/").body()).isEqualTo("hello anonymous");
        }
    }
}
