package hobson.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
    private static final Optional<String> NONE = Optional.empty();

    @TempDir
    Path home;

    private Target target(Map<String, String> variables) {
        var environment = new Environment(variables, home, home, "1");
        return new Target(environment, ProfileFile.of(environment));
    }

    private ProfileFile file() {
        return ProfileFile.of(new Environment(Map.of(), home, home, "1"));
    }

    @Test
    void write_newFile_isReadableByItsOwnerAlone() throws Exception {
        file().write(Profiles.none().with("work", Map.of("url", "https://w/", "user", "ann", "token", "t=1")));

        var path = home.resolve(".config/hobson/profiles");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(path).content().contains("default = work\n", "[work]\nuser = ann\nurl = https://w/\ntoken = t=1\n");
        assertThat(file().read().named("work").setting("token")).contains("t=1");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(file().isExposed()).isTrue();
    }

    @Test
    void read_whatCannotBeMeant_saysTheLine() {
        assertThatThrownBy(() -> Profiles.read("[a]\nurl = x\npassword = y\n", "f"))
                .hasMessage("f, line 3: a profile has no 'password'; it has ca, proxy, timeout, token, url, user.");
        assertThatThrownBy(() -> Profiles.read("url = x\n", "f")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> Profiles.read("[a b]\n", "f")).isInstanceOf(BadProfiles.class);
        assertThatThrownBy(() -> Profiles.none().with("a", Map.of("token", "x\n[b]")))
                .isInstanceOf(BadProfiles.class);
    }

    @Test
    void resolve_everythingSaid_takesTheNearest() {
        file().write(Profiles.none()
                .with("work", Map.of("url", "https://w/", "user", "ann", "token", "t"))
                .with("test", Map.of("url", "https://t/")));
        var both = Map.of(
                "HOBSON_URL", "https://e/", "HOBSON_USER", "bob", "HOBSON_TOKEN", "x", "JENKINS_URL", "https://j/");

        assertThat(target(Map.of()).resolve(NONE, NONE, NONE).url()).isEqualTo("https://w/");
        assertThat(target(Map.of("HOBSON_PROFILE", "test"))
                        .resolve(NONE, NONE, NONE)
                        .url())
                .isEqualTo("https://t/");
        assertThat(target(both).resolve(NONE, NONE, NONE).url()).isEqualTo("https://e/");
        assertThat(target(both).resolve(NONE, Optional.of("test"), NONE).url()).isEqualTo("https://t/");
        assertThat(target(both).resolve(Optional.of("https://o/"), NONE, NONE).setting("token"))
                .contains("x");
    }

    @Test
    void resolve_jenkinsVariables_areTaken() {
        var variables = Map.of("JENKINS_URL", "https://j/", "JENKINS_USER_ID", "ann", "JENKINS_API_TOKEN", "t");

        assertThat(target(variables).resolve(NONE, NONE, NONE).settings())
                .isEqualTo(Map.of("url", "https://j/", "user", "ann", "token", "t"));
    }

    @Test
    void resolve_loginForAnotherServer_staysHere() {
        var jenkins = Map.of("HOBSON_URL", "https://e/", "JENKINS_USER_ID", "ann", "JENKINS_API_TOKEN", "t");
        var hobson = Map.of("JENKINS_URL", "https://j/", "HOBSON_USER", "ann", "HOBSON_TOKEN", "t");

        assertThat(target(jenkins).resolve(NONE, NONE, NONE).settings()).isEqualTo(Map.of("url", "https://e/"));
        assertThat(target(hobson).resolve(NONE, NONE, NONE).settings()).isEqualTo(Map.of("url", "https://j/"));
    }

    @Test
    void resolve_urlOfAProfile_takesItsLoginAndNoOther() {
        file().write(Profiles.none().with("work", Map.of("url", "https://w/", "user", "ann", "token", "secret")));

        assertThat(target(Map.of())
                        .resolve(Optional.of("https://w"), NONE, NONE)
                        .setting("token"))
                .contains("secret");
        assertThat(target(Map.of())
                        .resolve(Optional.of("https://evil/"), NONE, NONE)
                        .settings())
                .isEqualTo(Map.of("url", "https://evil/"));
    }

    @Test
    void resolve_halfALoginOrNothing_saysWhatIsMissing() {
        assertThatThrownBy(() -> target(Map.of("HOBSON_URL", "https://e/", "HOBSON_USER", "bob"))
                        .resolve(NONE, NONE, NONE))
                .hasMessageContaining("HOBSON_TOKEN is missing");
        assertThatThrownBy(() -> target(Map.of()).resolve(NONE, NONE, NONE)).hasMessageContaining("hobson login URL");
    }
}
