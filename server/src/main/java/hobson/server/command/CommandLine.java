package hobson.server.command;

import hobson.server.spelling.Spelling;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads the command line. */
public final class CommandLine {
    private static final String SERVE = "serve";

    private final Environment environment;
    private final Map<Option, String> given = new EnumMap<>(Option.class);

    private CommandLine(Environment environment) {
        this.environment = environment;
    }

    /** @throws BadCommand when something in it is not known */
    public static Command read(List<String> arguments, Environment environment) {
        var rest = new ArrayDeque<>(arguments);
        return switch (rest.isEmpty() ? "--help" : rest.pop()) {
            case SERVE -> new CommandLine(environment).serve(rest);
            case "--help", "-h", "help" -> new Command.Print(Help.text());
            case "--version", "-V", "version" -> new Command.Print("Hobson " + environment.version() + "\n");
            default -> throw unknown("command", arguments.getFirst(), List.of(SERVE, "--help", "--version"));
        };
    }

    private Command serve(Deque<String> rest) {
        while (!rest.isEmpty()) {
            var word = rest.pop();
            if (word.equals("--help") || word.equals("-h")) {
                return new Command.Print(Help.text());
            }
            take(word, rest);
        }
        return new Command.Serve(ServeOptions.of(given, environment));
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

    private static Option option(String flag) {
        var flags = new ArrayList<String>();
        for (var option : Option.values()) {
            if (option.flag().equals(flag)) {
                return option;
            }
            flags.add(option.flag());
        }
        throw unknown("option", flag, flags);
    }

    private static BadCommand unknown(String what, String word, List<String> known) {
        var hint = Spelling.closest(word, known)
                .map(meant -> ", did you mean " + meant + "?")
                .orElse(".");
        return new BadCommand("There is no " + what + " '" + word + "'" + hint + " hobson --help lists them.");
    }
}
