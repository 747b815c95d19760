package hobson.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logins that outlive their session, until the configuration says that there are none. */
class RememberMeIT {
    private static final String CONFIGURATION = """
            jenkins:
              disableRememberMe: %s
              securityRealm: {local: {users: [{id: anna, password: anna-secret}]}}
              authorizationStrategy: {loggedInUsersCanDoAnything: {allowAnonymousRead: true}}
            """;

    @RegisterExtension
    static final WireServer SERVER = new WireServer(CONFIGURATION.formatted(false));

    @Test
    void reload_disableRememberMe_cookiesAreNeitherTakenNorGiven() throws Exception {
        var given = login();
        assertThat(given).startsWith("remember-me=").isNotEqualTo("remember-me=");
        assertThat(who(given).body()).contains("anna");
        assertThat(SERVER.client().get("login").body()).contains("remember_me");

        Files.writeString(SERVER.folder().resolve("hobson.yaml"), CONFIGURATION.formatted(true));
        assertThat(SERVER.client()
                        .as("anna", "anna-secret")
                        .withCrumb()
                        .post("reload")
                        .location())
                .isEqualTo("/");
        SERVER.awaitRestart();

        var refused = who(given);
        assertThat(refused.body()).contains("anonymous");
        assertThat(refused.header("Set-Cookie")).startsWith("remember-me=;");
        assertThat(login()).isEmpty();
        assertThat(SERVER.client().get("login").body()).contains("j_password").doesNotContain("remember_me");
    }

    private static Answer who(String cookie) throws Exception {
        return SERVER.client().with("Cookie", cookie).get("whoAmI/api/json");
    }

    /** The cookie that remembers, or nothing. */
    private static String login() throws Exception {
        var answer = SERVER.client()
                .form("j_spring_security_check", "j_username=anna&j_password=anna-secret&remember_me=on");
        assertThat(answer.location()).isEqualTo("/");
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(line -> line.startsWith("remember-me="))
                .map(line -> line.substring(0, line.indexOf(';')))
                .findFirst()
                .orElse("");
    }
}
