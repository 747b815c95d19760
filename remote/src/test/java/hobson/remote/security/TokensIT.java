package hobson.remote.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensIT {
    private static final String BASE = "/user/alice/descriptorByName/jenkins.security.ApiTokenProperty";
    private static final Pattern MADE = Pattern.compile("\\{\"status\":\"ok\",\"data\":\\{\"tokenName\":\"([^\"]*)\","
            + "\"tokenUuid\":\"([0-9a-f-]{36})\",\"tokenValue\":\"(11[0-9a-f]{32})\"}}");

    @TempDir
    Path uploads;

    private SecuredServer server;
    private Browser alice;

    @BeforeEach
    void start() throws Exception {
        server = SecuredServer.started(uploads);
        alice = server.as("alice").withCrumb();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {BASE, "/me/descriptorByName/jenkins.security.ApiTokenProperty"})
    void generate_oneself_answersWithATokenThatWorks(String base) throws Exception {
        var answer = alice.post(base + "/generateNewToken", Map.of("newTokenName", "a \"quoted\" name"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(answer.body()).contains("\"tokenName\":\"a \\\"quoted\\\" name\"");
        var value = answer.body().replaceAll(".*\"tokenValue\":\"(\\w+)\".*", "$1");
        assertThat(whoIs("alice", value)).contains("\"alice\"");
    }

    @Test
    void generate_nameInTheQueryOrNone_isTaken() throws Exception {
        assertThat(made(alice.post(BASE + "/generateNewToken?newTokenName=q")).name())
                .isEqualTo("q");
        assertThat(made(alice.post(BASE + "/generateNewToken")).name()).startsWith("Token created on 2026-01-05T");
    }

    @Test
    void generate_get_asksForPost() throws Exception {
        assertThat(alice.get(BASE + "/generateNewToken").status()).isEqualTo(405);
    }

    @Test
    void generate_withAToken_needsNoCrumb() throws Exception {
        var program = server.browser().withBasic("alice:" + server.tokenOf("alice"));

        assertThat(program.post(BASE + "/generateNewToken").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"admin,generateNewToken", "bob,generateNewToken", "admin,addFixedToken", "bob,revokeAll"})
    void anything_forAnotherUser_isDeniedUnlessAnAdministratorRevokes(String caller, String action) throws Exception {
        assertThat(server.as(caller).withCrumb().post(BASE + "/" + action).status())
                .isEqualTo(403);
        assertThat(server.users.find("alice").orElseThrow().tokens()).isEmpty();
    }

    @Test
    void addFixed_goodShape_works() throws Exception {
        var fixed = "11" + "ab".repeat(16);

        var answer = alice.post(BASE + "/addFixedToken", Map.of("newTokenName", "f", "newTokenPlainValue", fixed));

        assertThat(answer.body())
                .matches("\\{\"status\":\"ok\",\"data\":\\{\"tokenName\":\"f\",\"tokenUuid\":\"[0-9a-f-]{36}\"}}");
        assertThat(whoIs("alice", fixed)).contains("\"alice\"");
    }

    @Test
    void addFixed_badShape_isRefused() throws Exception {
        var answer = alice.post(BASE + "/addFixedToken", Map.of("newTokenPlainValue", "short"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Error")).isNotEmpty();
    }

    @Test
    void rename_always_answersAsThePageExpects() throws Exception {
        var uuid = made(alice.post(BASE + "/generateNewToken")).uuid();

        var renamed = alice.post(BASE + "/rename", Map.of("tokenUuid", uuid, "newName", "fresh"));
        var unknown = alice.post(BASE + "/rename", Map.of("tokenUuid", "nope", "newName", "x"));
        var nameless = alice.post(BASE + "/rename", Map.of("tokenUuid", uuid, "newName", ""));
        var bare = alice.post(BASE + "/rename", Map.of("newName", "x"));

        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.body()).isEmpty();
        assertThat(renamed.header("Content-Length")).isEqualTo("0");
        assertThat(unknown.body())
                .isEqualTo("{\"status\":\"error\",\"message\":\"No token found, try refreshing the page\"}");
        assertThat(nameless.body()).isEqualTo("{\"status\":\"error\",\"message\":\"The name cannot be empty\"}");
        assertThat(bare.status()).isEqualTo(400);
    }

    @Test
    void revoke_one_endsThatOne() throws Exception {
        var first = made(alice.post(BASE + "/generateNewToken"));
        var second = made(alice.post(BASE + "/generateNewToken"));

        assertThat(alice.post(BASE + "/revoke", Map.of("tokenUuid", first.uuid()))
                        .status())
                .isEqualTo(200);
        assertThat(alice.post(BASE + "/revoke", Map.of("tokenUuid", first.uuid()))
                        .status())
                .isEqualTo(200);
        assertThat(alice.post(BASE + "/revoke", Map.of("tokenUuid", "")).status())
                .isEqualTo(400);

        assertThat(whoIs("alice", first.value())).isEqualTo("401");
        assertThat(whoIs("alice", second.value())).contains("\"alice\"");
    }

    @Test
    void revokeAllExcept_byAnAdministrator_leavesOne() throws Exception {
        var first = made(alice.post(BASE + "/generateNewToken"));
        var kept = made(alice.post(BASE + "/generateNewToken"));
        var admin = server.as("admin").withCrumb();

        assertThat(admin.post(BASE + "/revokeAllExcept", Map.of("tokenUuid", kept.uuid()))
                        .status())
                .isEqualTo(200);
        assertThat(whoIs("alice", first.value())).isEqualTo("401");
        assertThat(whoIs("alice", kept.value())).contains("\"alice\"");

        assertThat(admin.post(BASE + "/revokeAll").status()).isEqualTo(200);
        assertThat(whoIs("alice", kept.value())).isEqualTo("401");
    }

    private String whoIs(String name, String secret) throws Exception {
        var answer = server.browser().withBasic(name + ":" + secret).get("/whoAmI/api/json");
        return answer.status() == 200 ? answer.body() : Integer.toString(answer.status());
    }

    private static Made made(Browser.Answer answer) {
        var matcher = MADE.matcher(answer.body());
        assertThat(matcher.matches()).as(answer.body()).isTrue();
        return new Made(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    private record Made(String name, String uuid, String value) {}
}
