package hobson.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.settings.NoticeRule;
import hobson.engine.settings.Settings;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Grants;
import hobson.engine.user.NewAccount;
import hobson.engine.user.Permission;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
    private static final Map<String, String> ENVIRONMENT = Map.of("ADMIN_PASSWORD", "from the environment");

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "---\n", "jenkins:\n", "jenkins: {}\nunclassified:\n"})
    void parse_nothing_isTheDefault(String text) {
        assertThat(parse(text)).isEqualTo(Configuration.DEFAULT);
    }

    @Test
    void parse_settings_areRead() {
        var configuration = parse("""
                jenkins:
                  systemMessage: "Welcome\\nto the build server"
                  numExecutors: 7
                  mode: EXCLUSIVE
                  labelString: linux docker
                  quietPeriod: 0
                  disableRememberMe: true
                  crumbIssuer:
                    standard:
                      excludeClientIPFromCrumb: true
                  securityRealm:
                    local:
                      allowsSignup: true
                unclassified:
                  location:
                    url: https://ci.example.org/ci
                hobson:
                  crumbs: false
                  uploadLimit: 1048576
                  notifyCommit: {access: token-for-commits, tokens: [0123456789abcdef]}
                  store: jdbc:postgresql://db/hobson
                """);

        assertThat(configuration.settings())
                .isEqualTo(new Settings(
                        "Welcome\nto the build server",
                        7,
                        "linux docker",
                        true,
                        0,
                        "https://ci.example.org/ci/",
                        false,
                        true,
                        false,
                        1 << 20,
                        new NoticeRule(NoticeRule.Access.TOKEN_FOR_COMMITS, List.of("0123456789abcdef"))));
        assertThat(configuration.store()).isEqualTo("jdbc:postgresql://db/hobson");
    }

    @Test
    void parse_accounts_areRead() {
        var configuration = parse("""
                jenkins:
                  securityRealm:
                    local:
                      allowsSignup: false
                      enableCaptcha: false
                      users:
                        - id: admin
                          password: ${ADMIN_PASSWORD}
                        - id: alice
                          name: Alice Liddell
                          password: 0123
                          description: writes tests
                          properties:
                            - mailer:
                                emailAddress: alice@example.org
                """);

        assertThat(configuration.accounts())
                .containsExactly(
                        new Account(new NewAccount("admin", "admin", null, "from the environment"), null),
                        new Account(
                                new NewAccount("alice", "Alice Liddell", "alice@example.org", "0123"), "writes tests"));
    }

    @Test
    void parse_account_printsNoPassword() {
        assertThat(parse("jenkins: {securityRealm: {local: {users: [{id: a, password: hidden}]}}}"))
                .asString()
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jenkins: {authorizationStrategy: unsecured}",
                "jenkins: {authorizationStrategy: {unsecured: {}}}",
                "jenkins:\n  authorizationStrategy:\n    unsecured:\n"
            })
    void parse_unsecured_keepsCrumbs(String text) {
        var configuration = parse(text);

        assertThat(configuration.authorization()).isEqualTo(new Authorization.Unsecured());
        assertThat(configuration.settings().crumbs()).isTrue();
    }

    @Test
    void parse_loggedIn_letsAnonymousReadUnlessForbidden() {
        assertThat(parse("jenkins: {authorizationStrategy: loggedInUsersCanDoAnything}")
                        .authorization())
                .isEqualTo(new Authorization.LoggedIn(true));
        assertThat(parse("jenkins: {authorizationStrategy: {loggedInUsersCanDoAnything: {allowAnonymousRead: false}}}")
                        .authorization())
                .isEqualTo(new Authorization.LoggedIn(false));
    }

    @Test
    void parse_matrixOfEntries_grantsByUserAndGroup() {
        var configuration = parse("""
                jenkins:
                  authorizationStrategy:
                    globalMatrix:
                      entries:
                        - user:
                            name: Bob
                            permissions:
                              - Overall/Read
                              - Run/Update
                        - group:
                            name: authenticated
                            permissions: [Agent/Connect, Credentials/View]
                """);

        assertThat(configuration.authorization())
                .isEqualTo(new Authorization.Matrix(
                        Map.of("bob", Set.of(Permission.READ, Permission.BUILD_UPDATE)),
                        Map.of("authenticated", Set.of(Permission.NODE_CONNECT, Permission.CREDENTIALS_VIEW))));
    }

    @Test
    void parse_matrixOfPermissions_isTheOlderFormOfTheSame() {
        var configuration = parse("""
                jenkins:
                  authorizationStrategy:
                    globalMatrix:
                      permissions:
                        - "USER:Overall/Read:Bob"
                        - "GROUP:Job/Read:authenticated"
                        - "Overall/Administer:boss"
                """);

        assertThat(configuration.authorization())
                .isEqualTo(new Authorization.Matrix(
                        Map.of("bob", Set.of(Permission.READ), "boss", Set.of(Permission.ADMINISTER)),
                        Map.of("authenticated", Set.of(Permission.JOB_READ), "boss", Set.of(Permission.ADMINISTER))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Job/Build",
                "hudson.model.Item.Build",
            })
    void parse_projectMatrix_grantsByTitleAndById(String permission) {
        var text = "jenkins: {authorizationStrategy: {projectMatrix: {permissions: ['USER:" + permission + ":bob']}}}";

        assertThat(parse(text).authorization())
                .isEqualTo(new Authorization.ProjectMatrix(
                        new Grants(Map.of("bob", Set.of(Permission.JOB_BUILD)), Map.of())));
    }

    @Test
    void parse_legacy_letsEverybodyReadAndAdminDoAnything() {
        var legacy = parse("jenkins: {authorizationStrategy: legacy}").authorization();
        var admin = new Caller("admin", Caller.Proof.PASSWORD);

        assertThat(legacy.allows(admin, Permission.ADMINISTER)).isTrue();
        assertThat(legacy.allows(Caller.ANONYMOUS, Permission.JOB_READ)).isTrue();
        assertThat(legacy.allows(new Caller("bob", Caller.Proof.PASSWORD), Permission.JOB_BUILD))
                .isFalse();
    }

    @Test
    void parse_obsoletePermission_changesNothing() {
        var text = "jenkins: {authorizationStrategy: {globalMatrix: {permissions: ['Overall/RunScripts:bob']}}}";

        assertThat(parse(text).authorization()).isEqualTo(new Authorization.Matrix(Map.of(), Map.of()));
    }

    @Test
    void parse_unknownKey_namesKeyLineAndNeighbours() {
        assertRefused("""
                jenkins:
                  mode: NORMAL
                  numExecutor: 3
                """)
                .hasMessageStartingWith(
                        "jenkins.yaml:3: the key 'numExecutor' is not known in 'jenkins'; did you mean 'numExecutors'?")
                .hasMessageContaining(
                        "Known here: authorizationStrategy, crumbIssuer, disableRememberMe, labelString, mode");
    }

    @Test
    void parse_unknownKeyLikeNoOther_namesTheKnownOnes() {
        assertRefused("jenkins: {}\n\njobs: []\n")
                .hasMessage(
                        "jenkins.yaml:3: the key 'jobs' is not known at the top of the file. Known here: hobson, jenkins, security, unclassified");
    }

    @Test
    void parse_unknownKeyInAUser_isFoundThere() {
        assertRefused("jenkins:\n  securityRealm:\n    local:\n      users:\n      - id: bob\n        pasword: x\n")
                .hasMessageStartingWith("jenkins.yaml:6: the key 'pasword' is not known in"
                        + " 'jenkins.securityRealm.local.users[]'; did you mean 'password'?");
    }

    @Test
    void parse_numberThatIsNone_namesItsLine() {
        assertRefused("jenkins:\n  numExecutors: many\n")
                .hasMessage("jenkins.yaml:2: 'jenkins.numExecutors' is a number from 0 to 10000, not 'many'");
        assertRefused("jenkins:\n  quietPeriod: -1\n")
                .hasMessageContaining("jenkins.yaml:2: 'jenkins.quietPeriod' is a");
    }

    @Test
    void parse_listWhereAMappingBelongs_saysSo() {
        assertRefused("jenkins:\n  - mode: NORMAL\n")
                .hasMessageStartingWith("jenkins.yaml:2: 'jenkins' is a mapping with");
        assertRefused("jenkins:\n  mode: [NORMAL]\n")
                .hasMessage("jenkins.yaml:2: 'jenkins.mode' is a text, not a list");
    }

    @Test
    void parse_keyTwice_isRefused() {
        assertRefused("jenkins:\n  mode: NORMAL\n  mode: EXCLUSIVE\n")
                .hasMessage("jenkins.yaml:3: 'jenkins.mode' is there twice");
    }

    @Test
    void parse_userTwice_isRefused() {
        assertRefused("jenkins: {securityRealm: {local: {users: [{id: bob, password: x}, {id: BOB, password: x}]}}}")
                .hasMessageContaining("names the user 'BOB' twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "SYSTEM", "a/b", "''", "'a b'", "'..\\x'"})
    void parse_idThatCannotBe_isRefused(String id) {
        assertRefused("jenkins: {securityRealm: {local: {users: [{id: " + id + ", password: x}]}}}")
                .hasMessageContaining("jenkins.yaml:1:");
    }

    @Test
    void parse_unknownPermission_namesTheClosest() {
        assertRefused("jenkins: {authorizationStrategy: {globalMatrix: {permissions: ['USER:Job/Biuld:bob']}}}")
                .hasMessageContaining("names the unknown permission 'Job/Biuld'; did you mean 'Job/Build'?");
    }

    @Test
    void parse_unknownStrategy_namesTheKnownOnes() {
        assertRefused("jenkins: {authorizationStrategy: everybody}")
                .hasMessageContaining(
                        "is one of unsecured, legacy, loggedInUsersCanDoAnything, globalMatrix, projectMatrix, not 'everybody'");
        assertRefused("jenkins: {authorizationStrategy: {unsecured: {}, globalMatrix: {}}}")
                .hasMessageContaining("takes exactly one key, not 2");
    }

    @Test
    void parse_variableThatIsNotSet_isRefused() {
        assertRefused("jenkins:\n  systemMessage: hello ${NOBODY}\n")
                .hasMessageStartingWith("jenkins.yaml:2: the environment has no variable 'NOBODY'");
    }

    @Test
    void parse_variables_mayHaveADefaultAndMayBeMeantLiterally() {
        var configuration = parse("jenkins: {systemMessage: '${NOBODY:-some body} ^${NOBODY}'}");

        assertThat(configuration.settings().systemMessage()).isEqualTo("some body ${NOBODY}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jenkins: [", "jenkins:\n\tmode: NORMAL", "a: b: c", "--- 1\n--- 2\n", "\0", "'", "*x"})
    void parse_noYaml_isOneLine(String text) {
        assertRefused(text).message().startsWith("jenkins.yaml:").doesNotContain("\n");
    }

    @Test
    void parse_manyReferencesToReferences_isRefused() {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 60; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertRefused(text.toString()).message().startsWith("jenkins.yaml:").doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "localhost:8080", "http://", "http://host/?a=b", "http://a b/"})
    void parse_rootUrlThatIsNone_isRefused(String url) {
        assertRefused("unclassified: {location: {url: '" + url + "'}}")
                .hasMessageContaining("'unclassified.location.url'");
    }

    @Test
    void parse_passwordThatCannotBe_isRefused() {
        var user = "jenkins:\n  securityRealm:\n    local:\n      users:\n      - id: bob\n";

        assertRefused(user).hasMessage("jenkins.yaml:5: 'jenkins.securityRealm.local.users[]' needs 'password'");
        assertRefused(user + "        password: ''\n").hasMessageContaining("jenkins.yaml:5:");
        assertRefused(user + "        password: '#jbcrypt:$2a$10$x'\n")
                .hasMessageContaining("jenkins.yaml:6:")
                .hasMessageContaining("is a hash");
        assertRefused(user + "        password: " + "x".repeat(73)).hasMessageContaining("longer than 72 bytes");
    }

    private static Configuration parse(String text) {
        return ConfigurationFile.parse(text, new Source("jenkins.yaml", ENVIRONMENT, new HashSet<>()));
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(String text) {
        return assertThatThrownBy(() -> parse(text)).isInstanceOf(BadConfiguration.class);
    }
}
