package hobson.remote.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsersIT {
    private static final Map<String, String> NEW_USER = Map.of(
            "username", "newu", "password1", "pw", "password2", "pw", "fullname", "New U", "email", "n@example.org");

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
    @ValueSource(strings = {"/user/bob", "/user/BOB", "/securityRealm/user/bob"})
    void api_anotherUser_showsNoProperties(String path) throws Exception {
        var answer = server.as("alice").get(path + "/api/json");

        assertThat(answer.body())
                .matches("\\{\"_class\":\"hudson.model.User\",\"absoluteUrl\":\"http://127.0.0.1:\\d+/user/bob\","
                        + "\"description\":null,\"fullName\":\"bob full\",\"id\":\"bob\",\"property\":\\[]}");
    }

    @ParameterizedTest
    @CsvSource({"alice,/me", "alice,/user/alice", "admin,/user/alice"})
    void api_oneselfOrForAnAdministrator_showsProperties(String caller, String path) throws Exception {
        var answer = server.as(caller).get(path + "/api/json");

        assertThat(answer.body())
                .contains(
                        "\"id\":\"alice\"",
                        "{\"_class\":\"hudson.search.UserSearchProperty\",\"insensitiveSearch\":true}")
                .doesNotContain("hash", "seed\":");
    }

    @Test
    void api_xml_isTheSameInElements() throws Exception {
        assertThat(server.as("alice").get("/user/bob/api/xml").body())
                .startsWith("<user _class='hudson.model.User'><absoluteUrl>http://")
                .endsWith("/user/bob</absoluteUrl><fullName>bob full</fullName><id>bob</id></user>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "SYSTEM", "anonymous", "..%2Fadmin", "%00x", "a%20b"})
    void api_unknownUser_isNotFoundAndNotMade(String id) throws Exception {
        int before = server.users.all().size();

        assertThat(server.as("admin").get("/user/" + id + "/api/json").status()).isIn(400, 404);
        assertThat(server.users.all()).hasSize(before);
    }

    @Test
    void place_withoutSlash_redirectsOnlyToExistingUsers() throws Exception {
        var alice = server.as("alice");

        assertThat(alice.get("/user/bob").location()).isEqualTo("/user/bob/");
        assertThat(alice.get("/user/nobody").status()).isEqualTo(404);
        assertThat(alice.get("/me").location()).isEqualTo("/me/");
        assertThat(alice.get("/user/bob/").body()).contains("bob full");
    }

    @Test
    void submitDescription_markup_isShownAsText() throws Exception {
        var admin = server.as("admin").withCrumb();

        var answer = admin.post("/user/bob/submitDescription", Map.of("description", "<b>bob</b>"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/user/bob/");
        assertThat(admin.get("/user/bob/").body()).contains("&lt;b&gt;bob&lt;/b&gt;");
    }

    @Test
    void submitDescription_ofAnotherUser_isDenied() throws Exception {
        var answer = server.as("alice").withCrumb().post("/user/bob/submitDescription", Map.of("description", "x"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("X-Required-Permission")).isEqualTo("hudson.model.Hudson.Administer");
    }

    @Test
    void configSubmit_oneself_takesNameAndDescription() throws Exception {
        var alice = server.as("alice").withCrumb();

        var answer = alice.post(
                "/user/alice/configSubmit",
                Map.of("json", "{\"fullName\":\"Alice L.\",\"description\":\"d\",\"x\":{}}"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(alice.get("/me/api/json").body()).contains("\"description\":\"d\"", "\"fullName\":\"Alice L.\"");
    }

    @Test
    void configSubmit_formOfJenkins_takesItsProperties() throws Exception {
        var json = "{\"fullName\":\"Alice\",\"userProperty3\":{\"authorizedKeys\":\"ssh-rsa AAAA a\"},"
                + "\"userProperty5\":{\"insensitiveSearch\":true}}";

        var answer = server.as("alice")
                .withCrumb()
                .post("/user/alice/configSubmit", Map.of("json", json, "email.address", "a@example.org"));

        assertThat(answer.status()).isEqualTo(302);
        var alice = server.users.find("alice").orElseThrow();
        assertThat(alice.email()).isEqualTo("a@example.org");
        assertThat(alice.authorizedKeys()).isEqualTo("ssh-rsa AAAA a");
    }

    @Test
    void configSubmit_newPassword_endsSessionsAndKeepsTokens() throws Exception {
        var token = server.tokenOf("alice");
        var browser = server.browser();
        browser.post("/j_spring_security_check", Map.of("j_username", "alice", "j_password", "alicepw"));
        var alice = server.as("alice").withCrumb();
        var path = "/user/alice/configSubmit";

        var once = Map.of("json", "{}", "user.password", "fresh", "user.password2", "fesh");
        assertThat(alice.post(path, once).status()).isEqualTo(400);
        assertThat(browser.get("/whoAmI/api/json").body()).contains("\"alice\"");
        var twice = Map.of("json", "{}", "user.password", "fresh", "user.password2", "fresh");
        assertThat(alice.post(path, twice).status()).isEqualTo(302);

        assertThat(browser.get("/whoAmI/api/json").body()).contains("\"anonymous\"");
        assertThat(alice.get("/api/json").status()).isEqualTo(401);
        assertThat(server.browser().withBasic("alice:fresh").get("/").status()).isEqualTo(200);
        assertThat(server.browser().withBasic("alice:" + token).get("/").status())
                .isEqualTo(200);
    }

    @Test
    void configure_page_isForOneselfAndAdministrators() throws Exception {
        server.as("admin").withCrumb().post("/user/bob/submitDescription", Map.of("description", "</textarea><b>"));

        assertThat(server.as("alice").get("/user/bob/configure").status()).isEqualTo(403);
        assertThat(server.as("bob").get("/user/bob/configure").body())
                .contains("&lt;/textarea&gt;&lt;b&gt;", "name=\"user.password\"", "name=\"Jenkins-Crumb\"");
        assertThat(server.as("admin").get("/user/bob/configure").status()).isEqualTo(200);
    }

    @Test
    void tokenPage_withoutScript_makesShowsAndRevokesTokens() throws Exception {
        var alice = server.as("alice").withCrumb();

        var made = alice.post("/me/security/createToken", Map.of("newTokenName", "<ci>"));

        var value = made.body().replaceAll("(?s).*<code>(11[0-9a-f]{32})</code>.*", "$1");
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(server.browser().withBasic("alice:" + value).get("/").status())
                .isEqualTo(200);
        var list = alice.get("/me/security/").body();
        assertThat(list).contains("&lt;ci&gt;", "used once").doesNotContain(value);
        var uuid = list.replaceAll("(?s).*name=\"tokenUuid\" value=\"([0-9a-f-]+)\".*", "$1");
        assertThat(alice.post("/me/security/revokeToken", Map.of("tokenUuid", uuid))
                        .location())
                .isEqualTo("/me/security/");
        assertThat(server.browser().withBasic("alice:" + value).get("/").status())
                .isEqualTo(401);
    }

    @Test
    void tokenPage_ofAnotherUser_isDenied() throws Exception {
        assertThat(server.as("alice").get("/user/bob/security/").status()).isEqualTo(403);
        assertThat(server.as("admin")
                        .withCrumb()
                        .post("/user/bob/security/createToken")
                        .status())
                .isEqualTo(403);
        assertThat(server.users.find("bob").orElseThrow().tokens()).isEmpty();
    }

    @Test
    void createFirstAccount_whereThereAreAccounts_isRefused() throws Exception {
        var answer = server.as("alice").withCrumb().post("/securityRealm/createFirstAccount", NEW_USER);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(server.users.find("newu")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "{", "nonsense"})
    void configSubmit_noForm_isRefused(String json) throws Exception {
        var answer = server.as("alice").withCrumb().post("/user/alice/configSubmit", Map.of("json", json));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Error")).isNotEmpty();
    }

    @Test
    void doDelete_get_asksForPost() throws Exception {
        var answer = server.as("admin").get("/user/bob/doDelete");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).contains("name=\"Jenkins-Crumb\"");
        assertThat(server.users.find("bob")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"/user/bob,/", "/securityRealm/user/bob,/securityRealm/"})
    void doDelete_byAnAdministrator_leadsToTheListAbove(String path, String target) throws Exception {
        var admin = server.as("admin").withCrumb();

        var answer = admin.post(path + "/doDelete", Map.of("Submit", "Yes"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo(target);
        assertThat(admin.get("/user/bob/api/json").status()).isEqualTo(404);
    }

    @Test
    void doDelete_oneself_isRefused() throws Exception {
        var answer = server.as("admin").withCrumb().post("/user/admin/doDelete");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Error")).isEqualTo("Cannot delete self");
    }

    @Test
    void createAccountByAdmin_always_opensAnAccountThatWorks() throws Exception {
        var admin = server.as("admin").withCrumb();

        var answer = admin.post("/securityRealm/createAccountByAdmin", NEW_USER);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/securityRealm/");
        assertThat(admin.get("/securityRealm/").body()).contains("New U");
        assertThat(admin.post("/securityRealm/").status()).isEqualTo(200);
        assertThat(server.browser().withBasic("newu:pw").get("/whoAmI/api/json").body())
                .contains("\"newu\"");
        assertThat(admin.get("/user/newu/api/json").body()).contains("\"address\":\"n@example.org\"");
    }

    @ParameterizedTest
    @CsvSource({"username,alice", "username,a b", "username,system", "password2,other", "username,''"})
    void createAccountByAdmin_badField_isRefusedWithAReason(String field, String value) throws Exception {
        var form = new HashMap<>(NEW_USER);
        form.put(field, value);

        var answer = server.as("admin").withCrumb().post("/securityRealm/createAccountByAdmin", form);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("X-Error")).isNotEmpty();
        assertThat(server.users.find("newu")).isEmpty();
        assertThat(answer.body()).contains("value=\"New U\"").doesNotContain("value=\"pw\"");
    }

    @Test
    void createAccountByAdmin_ordinaryUser_isDenied() throws Exception {
        var answer = server.as("alice").withCrumb().post("/securityRealm/createAccountByAdmin", NEW_USER);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(server.users.find("newu")).isEmpty();
    }

    @Test
    void signUp_off_isHiddenAndProhibited() throws Exception {
        assertThat(server.browser().get("/signup").status()).isEqualTo(404);

        var answer = server.as("alice").withCrumb().post("/securityRealm/createAccount", NEW_USER);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("User sign up is prohibited");
        assertThat(server.users.find("newu")).isEmpty();
    }

    @Test
    void signUp_on_opensAnAccountAndLogsItIn() throws Exception {
        try (var open = SecuredServer.started(uploads, true, true)) {
            var browser = open.browser();
            var page = browser.get("/signup");
            var planted = browser.session();
            var crumb = page.body().replaceAll("(?s).*name=\"Jenkins-Crumb\" value=\"([0-9a-f]+)\".*", "$1");

            var answer = browser.with("Jenkins-Crumb", crumb).post("/securityRealm/createAccount", NEW_USER);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(browser.session()).isNotEqualTo(planted);
            assertThat(browser.get("/whoAmI/api/json").body()).contains("\"newu\"");
        }
    }
}
