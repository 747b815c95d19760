package hobson.cli.help;

import hobson.cli.session.Addresses;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.client.Hobson;
import hobson.client.ItemPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code hobson __complete WORD...}: what the last word can become, one a line; the scripts of {@link CompletionCommand} ask it. A
 * parameter that is called JOB is completed with the names on the server. When something goes wrong there is nothing to choose from.
 */
public final class CompleteCommand {
    public static final String NAME = "__complete";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Session session;
    private final CommandLine root;

    public CompleteCommand(Session session, CommandLine root) {
        this.session = session;
        this.root = root;
    }

    public int complete(List<String> words) {
        var last = words.getLast();
        candidates(words.subList(0, words.size() - 1), last).stream()
                .filter(candidate -> candidate.startsWith(last))
                .forEach(session.terminal()::print);
        return ExitCode.FINE;
    }

    private List<String> candidates(List<String> before, String last) {
        var command = root;
        int positional = 0;
        for (int i = 0; i < before.size(); i++) {
            var word = before.get(i);
            var option = command.getCommandSpec().findOption(word);
            var sub = command.getSubcommands().get(word);
            if (option != null && option.arity().max() > 0) {
                i++;
                if (i == before.size()) {
                    return ofOption(option);
                }
            } else if (sub != null) {
                command = sub;
            } else if (!word.startsWith("-")) {
                positional++;
            }
        }
        return last.startsWith("-") ? options(command) : words(command, positional, last);
    }

    private static List<String> options(CommandLine command) {
        var names = new TreeSet<String>();
        command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> names.addAll(List.of(option.names())));
        return List.copyOf(names);
    }

    private List<String> words(CommandLine command, int positional, String last) {
        if (!command.getSubcommands().isEmpty()) {
            var names = new ArrayList<>(command.getSubcommands().keySet());
            if (command.equals(root)) {
                names.addAll(Usage.serverVerbs().keySet());
            }
            return names;
        }
        return command.getCommandSpec().positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(positional))
                .findFirst()
                .map(parameter -> switch (parameter.paramLabel()) {
                    case "JOB", "FOLDER" -> jobs(last);
                    case "SHELL" -> List.of("bash", "zsh", "fish");
                    case "COMMAND" -> List.copyOf(root.getSubcommands().keySet());
                    default -> List.<String>of();
                })
                .orElse(List.of());
    }

    private List<String> ofOption(OptionSpec option) {
        return option.longestName().equals("--profile")
                ? List.copyOf(session.profileFile().read().byName().keySet())
                : List.of();
    }

    /** The names in the folder that the word is in so far; a folder's ends with a slash. */
    private List<String> jobs(String word) {
        try {
            int slash = word.lastIndexOf('/');
            var folder = ItemPath.of(slash < 0 ? "" : word.substring(0, slash));
            return names(session.hobson().timeout(PATIENCE).retries(0), folder);
        } catch (RuntimeException e) {
            return List.of(); // there is nobody to tell
        }
    }

    private static List<String> names(Hobson hobson, ItemPath folder) {
        return hobson.raw()
                .json(Addresses.of(folder) + "api/json?tree=jobs%5Bname,jobs%5Bname%5D%7B0,1%7D%5D")
                .each("jobs")
                .map(job -> folder.child(job.text("name")) + (job.get("jobs").isNull() ? "" : "/"))
                .toList();
    }
}
