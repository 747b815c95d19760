package hobson.remote.cli;

import static hobson.remote.cli.Typed.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.Refusal;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.remote.page.Identification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** What all commands have in common. */
class CommandsTest {
    private static final Authorization MATRIX =
            new Authorization.Matrix(Map.of("alice", Set.of(Permission.READ)), Map.of());

    private final Commands commands = new Commands(
            List.of(
                    new ServerFacts(new Identification("1", "0123abcd")),
                    () -> List.of(
                            new NamedCommand("fail", "Fails.", Fails::new),
                            new NamedCommand("several", "Does it to each.", EachName::new))),
            MATRIX);

    /** A command that fails in every way. */
    private static final class Fails implements Command {
        @Argument(metaVar = "HOW", usage = "The way to fail", required = true)
        private String how = "";

        @Option(name = "-t", metaVar = "TIMES", usage = "How often")
        private int times = 1;

        @Override
        public int run(Terminal terminal) throws IOException {
            return switch (how) {
                case "io" -> throw new IOException("a path that nobody shall see");
                case "runtime" -> throw new IllegalStateException("a secret");
                case "usage" -> throw CommandFailure.usage("not so");
                case "denied" -> throw new Denied(terminal.caller(), Permission.JOB_BUILD);
                case "input" -> throw Refusal.badInput("bad document");
                case "missing" -> throw Refusal.notFound("nothing there");
                case "state" -> throw Refusal.conflict("busy");
                case "unsupported" -> throw new Refusal(Refusal.Kind.UNSUPPORTED, "cannot");
                default -> times;
            };
        }
    }

    /** A command for several names. */
    private static final class EachName implements Command {
        @Argument(metaVar = "NAME", usage = "Names", required = true, multiValued = true)
        private List<String> names = new ArrayList<>();

        @Override
        public int run(Terminal terminal) throws IOException, InterruptedException {
            return Several.each(names, terminal, name -> {
                if (name.startsWith("bad")) {
                    throw CommandFailure.argument("No such thing '" + name + "'");
                }
                terminal.out().print(name + " ");
            });
        }
    }

    private Typed alice(String... words) {
        return Typed.by(ALICE, commands, words);
    }

    @Test
    void run_noWords_saysSo() {
        assertThat(alice()).isEqualTo(new Typed(2, "", "Connection closed before arguments received\n"));
    }

    @Test
    void run_unknownCommand_isNamed() {
        assertThat(alice("nosuchcmd")).isEqualTo(new Typed(2, "", "No such command nosuchcmd\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ok          | 1 |
            usage       | 2 | not so
            missing     | 3 | nothing there
            state       | 4 | busy
            unsupported | 5 | cannot
            denied      | 6 | alice is missing the Job/Build permission
            """)
    void run_refused_tellsOneSentenceAndItsCode(String how, int code, @Nullable String sentence) {
        var typed = alice("fail", how);

        assertThat(typed.code()).isEqualTo(code);
        assertThat(typed.err()).startsWith(sentence == null ? "" : "\nERROR: " + sentence + "\n");
    }

    @Test
    void run_badInput_tellsTheReasonAfterTheErrorLine() {
        assertThat(alice("fail", "input").err())
                .isEqualTo("\nERROR: Unexpected exception occurred while performing fail command.\nbad document\n");
    }

    @ParameterizedTest
    @CsvSource({"io", "runtime"})
    void run_unforeseen_tellsNothingOfTheServer(String how) {
        var typed = alice("fail", how);

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err())
                .startsWith(
                        "\nERROR: Unexpected exception occurred while performing fail command.\nSearch the server log for ")
                .doesNotContain("secret", "path");
    }

    @Test
    void run_badArguments_showsUsage() {
        var usage = """
                java -jar jenkins-cli.jar fail HOW [-t TIMES]
                Fails.
                 HOW      : The way to fail
                 -t TIMES : How often (default: 1)
                """;
        assertThat(alice("fail")).isEqualTo(new Typed(2, "", "\nERROR: Argument \"HOW\" is required\n" + usage));
        assertThat(alice("fail", "-x", "ok").err()).isEqualTo("\nERROR: \"-x\" is not a valid option\n" + usage);
        assertThat(alice("fail", "ok", "x").err()).isEqualTo("\nERROR: Too many arguments: x\n" + usage);
        assertThat(alice("help", "fail")).isEqualTo(new Typed(0, "", usage));
    }

    @ParameterizedTest
    @CsvSource({"fail -t 7 ok, 7", "fail ok -t 8, 8", "fail -- ok, 1", "fail -- -x, 1"})
    void run_optionsAnywhere_areRead(String line, int code) {
        assertThat(alice(line.split(" ")).code()).isEqualTo(code);
    }

    @Test
    void run_argumentWithAt_isNoFile() {
        assertThat(alice("several", "@/etc/passwd").out()).isEqualTo("@/etc/passwd ");
        assertThat(alice("@/etc/passwd").err()).isEqualTo("No such command @/etc/passwd\n");
    }

    @Test
    void run_withoutRead_isRefusedBeforeArgumentsAreLookedAt() {
        var sentence = "\nERROR: anonymous is missing the Overall/Read permission\n";

        assertThat(Typed.by(Caller.ANONYMOUS, commands, "version")).isEqualTo(new Typed(6, "", sentence));
        assertThat(Typed.by(Caller.ANONYMOUS, commands, "fail")).isEqualTo(new Typed(6, "", sentence));
        assertThat(Typed.by(Caller.ANONYMOUS, commands, "help"))
                .satisfies(help -> assertThat(help.err())
                        .startsWith("\nERROR: You must authenticate to access this")
                        .doesNotContain("several"))
                .extracting(Typed::code)
                .isEqualTo(6);
        assertThat(Typed.by(Caller.ANONYMOUS, commands, "who-am-i"))
                .isEqualTo(new Typed(0, "Authenticated as: anonymous\nAuthorities:\n  anonymous\n", ""));
    }

    @Test
    void each_oneName_decidesTheCode() {
        assertThat(alice("several", "bad", "bad")).isEqualTo(new Typed(3, "", "\nERROR: No such thing 'bad'\n"));
    }

    @Test
    void each_severalNames_goesOnAfterFailures() {
        assertThat(alice("several", "a", "bad1", "b", "a", "bad2")).isEqualTo(new Typed(5, "a b ", """
                        bad1: No such thing 'bad1'
                        bad2: No such thing 'bad2'

                        ERROR: Error occurred while performing this command, see previous stderr output.
                        """));
    }

    @Test
    void help_listsEveryCommand_onStandardError() {
        var help = alice("help");

        assertThat(help.out()).isEmpty();
        assertThat(help.err().lines().filter(line -> line.matches("  \\S.*")))
                .containsExactly("  fail", "  help", "  session-id", "  several", "  version", "  who-am-i");
        assertThat(alice("help", "zz"))
                .satisfies(unknown -> assertThat(unknown.err())
                        .endsWith("\nERROR: No such command zz. Available commands are above.\n"))
                .extracting(Typed::code)
                .isEqualTo(5);
    }

    @Test
    void serverFacts_areLines() {
        assertThat(alice("version").out()).isEqualTo("2.462\n");
        assertThat(alice("session-id").out()).isEqualTo("0123abcd\n");
        assertThat(alice("who-am-i").out()).isEqualTo("Authenticated as: alice\nAuthorities:\n  authenticated\n");
        assertThat(alice("version", "x").err()).startsWith("\nERROR: No argument is allowed: x\n");
    }
}
