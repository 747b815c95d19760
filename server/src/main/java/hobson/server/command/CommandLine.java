package hobson.server.command;

import hobson.server.spelling.Spelling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the command line. */
public final class CommandLine {
    private static final String SERVE = "serve";
    private static final String IMPORT = "import";
    private static final String ROTATE_KEY = "rotate-key";
    private static final Set<Option> OF_EVERY_COMMAND = EnumSet.of(Option.HOME, Option.CONFIG, Option.STORE);

    private final Environment environment;
    private final Set<Option> known;
    private final Map<Option, String> given = new EnumMap<>(Option.class);

    private CommandLine(Environment environment, Set<Option> known) {
        this.environment = environment;
        this.known = known;
    }

    /** @throws BadCommand when something in it is not known */
    public static Command read(List<String> arguments, Environment environment) {
        var rest = new ArrayDeque<>(arguments);
        return switch (rest.isEmpty() ? "--help" : rest.pop()) {
            case SERVE ->
                new CommandLine(environment, EnumSet.complementOf(EnumSet.of(Option.JENKINS_HOME)))
                        .options(rest, line -> new Command.Serve(line.serveOptions()));
            case IMPORT -> new CommandLine(environment, withJenkinsHome()).options(rest, CommandLine::importing);
            case ROTATE_KEY ->
                new CommandLine(environment, OF_EVERY_COMMAND)
                        .options(rest, line -> new Command.RotateKey(line.serveOptions()));
            case "--help", "-h", "help" -> new Command.Print(Help.text());
            case "--version", "-V", "version" -> new Command.Print("Hobson " + environment.version() + "\n");
            default ->
                throw unknown(
                        "command", arguments.getFirst(), List.of(SERVE, IMPORT, ROTATE_KEY, "--help", "--version"));
        };
    }

    private static Set<Option> withJenkinsHome() {
        var options = EnumSet.copyOf(OF_EVERY_COMMAND);
        options.add(Option.JENKINS_HOME);
        return options;
    }

    private ServeOptions serveOptions() {
        return ServeOptions.of(given, environment);
    }

    private Command importing() {
        var source = given.get(Option.JENKINS_HOME);
        if (source == null) {
            throw new BadCommand("import needs the home of a Jenkins: --jenkins-home DIR");
        }
        return new Command.Import(serveOptions(), ServeOptions.path("--jenkins-home", source));
    }

    private Command options(Deque<String> rest, Function<CommandLine, Command> command) {
        while (!rest.isEmpty()) {
            var word = rest.pop();
            if (word.equals("--help") || word.equals("-h")) {
                return new Command.Print(Help.text());
            }
            take(word, rest);
        }
        return command.apply(this);
    }

    private void take(String word, Deque<String> rest) {
        int equals = word.indexOf('=');
        var option = option(equals < 0 ? word : word.substring(0, equals));
        if (option.argument() == null) {
            if (equals >= 0) {
                throw new BadCommand(option.flag() + " takes no value");
            }
            given.put(option, "");
        } else if (equals >= 0) {
            given.put(option, word.substring(equals + 1));
        } else if (rest.isEmpty()) {
            throw new BadCommand(option.flag() + " needs a value: " + option.flag() + " " + option.argument());
        } else {
            given.put(option, rest.pop());
        }
    }

    private Option option(String flag) {
        var flags = new ArrayList<String>();
        for (var option : known) {
            if (option.flag().equals(flag)) {
                return option;
            }
            flags.add(option.flag());
        }
        if (Arrays.stream(Option.values()).anyMatch(option -> option.flag().equals(flag))) {
            throw new BadCommand(flag + " is an option of another command. hobson serve --help lists them.");
        }
        throw unknown("option", flag, flags);
    }

    private static BadCommand unknown(String what, String word, List<String> known) {
        var hint = Spelling.closest(word, known)
                .map(meant -> ", did you mean " + meant + "?")
                .orElse(".");
        return new BadCommand("There is no " + what + " '" + word + "'" + hint + " hobson serve --help lists them.");
    }
}
