package hobson.cli.help;

import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hobson help}: help and man pages of all commands. */
@Command(
        name = HelpCommand.NAME,
        description = "Shows what a command does; writes man pages.",
        footer = {
            "Examples:",
            "  hobson help job put",
            "  hobson help --man build | man -l -",
            "  hobson help --man --directory /usr/local/share/man/man1"
        })
public final class HelpCommand implements Callable<Integer> {
    public static final String NAME = "help";

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "Whose help; that of all when there is none.")
    private List<String> names = List.of();

    @Option(names = "--man", description = "As a man page.")
    private boolean man;

    @Option(names = "--directory", paramLabel = "DIR", description = "Writes the man pages of all commands there.")
    private @Nullable Path directory;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var root = spec.root().commandLine();
        if (directory != null) {
            writeAll(root, directory);
            return ExitCode.FINE;
        }
        var command = find(root);
        if (man) {
            root.getOut().print(new ManPage(command.getCommandSpec()).text());
            root.getOut().flush();
        } else {
            command.usage(root.getOut());
        }
        return ExitCode.FINE;
    }

    private CommandLine find(CommandLine root) {
        var command = root;
        for (var name : names) {
            var sub = command.getSubcommands().get(name);
            if (sub == null) {
                throw new CommandFailure(ExitCode.USAGE, missing(name));
            }
            command = sub;
        }
        return command;
    }

    private String missing(String name) {
        return Usage.serverVerbs().containsKey(name)
                ? "'" + name + "' belongs to the server: 'hobson " + name + " --help' shows its help."
                : "There is no command '" + String.join(" ", names) + "'. 'hobson --help' lists all.";
    }

    private static void writeAll(CommandLine root, Path directory) throws IOException {
        Files.createDirectories(directory);
        var page = new ManPage(root.getCommandSpec());
        Files.writeString(directory.resolve(page.name() + ".1"), page.text());
        for (var sub : root.getSubcommands().values()) {
            writePages(sub, directory);
        }
    }

    private static void writePages(CommandLine command, Path directory) throws IOException {
        var page = new ManPage(command.getCommandSpec());
        Files.writeString(directory.resolve(page.name() + ".1"), page.text());
        for (var sub : command.getSubcommands().values()) {
            writePages(sub, directory);
        }
    }
}
