package hobson.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.cli.help.CompleteCommand;
import hobson.cli.help.Usage;
import hobson.cli.profile.Environment;
import hobson.cli.session.ExitCode;
import hobson.cli.session.GlobalOptions;
import hobson.cli.session.Session;
import hobson.cli.terminal.Console;
import hobson.cli.terminal.Values;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program, from words to exit code. Can be run as often as one likes. */
public final class Program {
    private final Console console;
    private final Environment environment;
    private final InstantSource clock;

    public Program(Console console, Environment environment, InstantSource clock) {
        this.console = console;
        this.environment = environment;
        this.clock = clock;
    }

    /** @return the exit code, one of {@link ExitCode} */
    public int run(List<String> words) {
        var options = new GlobalOptions();
        var session = new Session(console, environment, options, clock);
        try {
            return run(words, options, session);
        } finally {
            session.close();
        }
    }

    private int run(List<String> words, GlobalOptions options, Session session) {
        var commands = new Commands(session);
        if (words.size() > 1 && words.getFirst().equals(CompleteCommand.NAME)) {
            var all = commands.all(options);
            return new CompleteCommand(session, all).complete(words.subList(1, words.size()));
        }
        var line = commands.forWords(words, options);
        prepare(line, session);
        return line.execute(words.toArray(String[]::new));
    }

    private void prepare(CommandLine line, Session session) {
        line.setOut(new PrintWriter(console.out(), true, UTF_8));
        line.setErr(new PrintWriter(console.err(), true, UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, args) -> misunderstood(e));
        line.setExecutionExceptionHandler((e, failed, result) -> failed(e, session));
        Usage.arrange(line, session.terminal());
    }

    private int misunderstood(ParameterException e) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        var message = message(e);
        var meant = e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? " Did you mean " + unmatched.getSuggestions().getFirst() + "?"
                : "";
        console.err().println("hobson: " + sentence(message) + meant + " '" + command + " --help' says what there is.");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException e) {
        return e instanceof UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && !e.getCommandLine().getSubcommands().isEmpty()
                ? "There is no command '" + unmatched.getUnmatched().getFirst() + "'."
                : String.valueOf(e.getMessage()).strip();
    }

    private static String sentence(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    private int failed(Exception e, Session session) {
        var failure = session.explain(e);
        console.err().println("hobson: " + Values.text(failure.sentence())); // servers say what they like
        if (environment.variable("HOBSON_DEBUG").isPresent()) {
            e.printStackTrace(console.err());
        }
        return failure.exitCode();
    }
}
