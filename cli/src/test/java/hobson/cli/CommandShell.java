package hobson.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.cli.profile.Environment;
import hobson.cli.terminal.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The program in this process, with streams that are kept. Immutable. */
public final class CommandShell {
    private final Path directory;
    private final Map<String, String> variables;
    private final String input;
    private final Set<Integer> terminals;

    public CommandShell(Path directory) {
        this(directory, Map.of(), "", Set.of());
    }

    private CommandShell(Path directory, Map<String, String> variables, String input, Set<Integer> terminals) {
        this.directory = directory;
        this.variables = variables;
        this.input = input;
        this.terminals = terminals;
    }

    /**
     * What a run left.
     *
     * @param code the exit code
     */
    public record Printed(int code, String out, String err) {}

    public CommandShell with(String variable, String value) {
        var more = new LinkedHashMap<>(variables);
        more.put(variable, value);
        return new CommandShell(directory, more, input, terminals);
    }

    /** With that on standard input. */
    public CommandShell typing(String text) {
        return new CommandShell(directory, variables, text, terminals);
    }

    /** With these streams being a terminal. */
    public CommandShell onTerminal(Integer... streams) {
        return new CommandShell(directory, variables, input, Set.of(streams));
    }

    public Printed run(String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                terminals,
                Console.USUAL_COLUMNS);
        var environment = new Environment(variables, directory, directory, "1.2.3");
        int code = new Program(console, environment, InstantSource.system()).run(List.of(words));
        return new Printed(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** A run that must end with 0; what it printed on standard output. */
    public String done(String... words) {
        var printed = run(words);
        assertThat(printed.code()).as("%s", printed).isZero();
        return printed.out();
    }
}
