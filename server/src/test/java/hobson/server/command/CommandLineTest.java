package hobson.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.server.command.ServeOptions.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Path USER = Path.of("/home/user");

    @Test
    void read_serve_isTheDocumentedDefault() {
        assertThat(serve())
                .isEqualTo(new ServeOptions(
                        USER.resolve(".hobson"),
                        "127.0.0.1",
                        8080,
                        null,
                        "",
                        null,
                        null,
                        false,
                        false,
                        false,
                        Kind.LASTING));
    }

    @Test
    void read_allOptions_areTaken() {
        var options = serve(
                "--home",
                "/srv/ci",
                "--http-address=::1",
                "--http-port",
                "0",
                "--ssh-port=2022",
                "--prefix",
                "/ci",
                "--config=ci.yaml",
                "--store",
                "jdbc:postgresql://db/ci",
                "--open",
                "--discovery",
                "--access-log");

        assertThat(options)
                .isEqualTo(new ServeOptions(
                        Path.of("/srv/ci"),
                        "::1",
                        0,
                        2022,
                        "/ci",
                        Path.of("ci.yaml"),
                        "jdbc:postgresql://db/ci",
                        true,
                        true,
                        true,
                        Kind.LASTING));
    }

    @ParameterizedTest
    @CsvSource({"--home=/x,--home", "--store=jdbc:postgresql:x,--store", "--discovery,--discovery"})
    void read_ephemeralAndWhatKeepsSomething_isRefused(String word, String named) {
        assertThatThrownBy(() -> serve("--ephemeral", word))
                .isInstanceOf(BadCommand.class)
                .hasMessageContaining(named + " makes no sense");
    }

    @Test
    void read_ephemeral_isToldApart() {
        assertThat(serve("--ephemeral").kind()).isEqualTo(Kind.EPHEMERAL);
        assertThat(serve("--ephemeral", "--real-processes").kind()).isEqualTo(Kind.EPHEMERAL_WITH_PROCESSES);
        assertThatThrownBy(() -> serve("--real-processes")).isInstanceOf(BadCommand.class);
    }

    @Test
    void read_homeInTheEnvironment_isTheDefault() {
        var environment = new Environment(Map.of("HOBSON_HOME", "/var/hobson"), USER, "1");

        assertThat(CommandLine.read(List.of("serve"), environment))
                .isInstanceOfSatisfying(
                        Command.Serve.class,
                        serve -> assertThat(serve.options().home()).isEqualTo(Path.of("/var/hobson")));
    }

    @ParameterizedTest
    @CsvSource({"/, ''", "ci, /ci", "/ci/, /ci", "//a/b//, /a/b", "'', ''"})
    void read_prefix_isWrittenOneWay(String given, String taken) {
        assertThat(serve("--prefix", given).prefix()).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/..", "/a/../b", "/a//b", "/a?b", "/%2e", "/é", "/;x"})
    void read_prefixThatIsNoPlainPath_isRefused(String prefix) {
        assertRefused("serve", "--prefix", prefix).hasMessageStartingWith("--prefix is a path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "", "99999999999"})
    void read_portThatIsNone_isRefused(String port) {
        assertRefused("serve", "--http-port", port)
                .hasMessage("--http-port is a number from 0 to 65535, not '" + port + "'");
    }

    @Test
    void read_unknownWord_namesTheOneThatWasMeant() {
        assertRefused("serve", "--http-prot", "1")
                .hasMessageStartingWith("There is no option '--http-prot', did you mean --http-port?");
        assertRefused("server").hasMessageStartingWith("There is no command 'server', did you mean serve?");
        assertRefused("serve", "now").hasMessageStartingWith("There is no option 'now'.");
    }

    @Test
    void read_optionOfAnotherCommand_isRefusedAsSuch() {
        assertRefused("serve", "--jenkins-home", "/j")
                .hasMessageStartingWith("--jenkins-home is an option of another command.");
        assertRefused("rotate-key", "--http-port=1").hasMessageStartingWith("--http-port is an option of another");
    }

    @Test
    void read_valueMissingOrTooMany_isRefused() {
        assertRefused("serve", "--home").hasMessage("--home needs a value: --home DIR");
        assertRefused("serve", "--open=yes").hasMessage("--open takes no value");
        assertRefused("serve", "--home", "").hasMessage("--home is a path, not ''");
        assertRefused("serve", "--home", "a\0b\n").hasMessage("--home is a path, not 'a?b?'");
        assertRefused("serve", "--store", "jdbc:mysql://x")
                .hasMessageStartingWith("--store is the address of a PostgreSQL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void read_help_isPrinted(String word) {
        assertThat(read(word)).isEqualTo(new Command.Print(Help.text()));
        assertThat(read()).isEqualTo(new Command.Print(Help.text()));
        assertThat(read("serve", "--help")).isEqualTo(new Command.Print(Help.text()));
    }

    @Test
    void read_version_isPrinted() {
        assertThat(read("--version")).isEqualTo(new Command.Print("Hobson 9.9\n"));
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void help_option_isExplainedWithinEightyColumns(Option option) {
        assertThat(Help.text()).contains("  " + option.flag() + " ");
        assertThat(Help.text().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(88));
    }

    private static ServeOptions serve(String... options) {
        var arguments = new java.util.ArrayList<>(List.of("serve"));
        arguments.addAll(List.of(options));
        if (read(arguments.toArray(String[]::new)) instanceof Command.Serve serve) {
            return serve.options();
        }
        throw new AssertionError("no serve command");
    }

    private static Command read(String... arguments) {
        return CommandLine.read(List.of(arguments), new Environment(Map.of(), USER, "9.9"));
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(String... arguments) {
        return assertThatThrownBy(() -> read(arguments)).isInstanceOf(BadCommand.class);
    }
}
