package hobson.remote.cli;

import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Argument;

/** {@code help [COMMAND]}: on standard error, where scripts look for it. */
final class Help implements Command {
    private final Commands commands;
    private final Authorization authorization;

    @Argument(metaVar = "COMMAND", usage = "Name of the command")
    private @Nullable String name;

    Help(Commands commands, Authorization authorization) {
        this.commands = commands;
        this.authorization = authorization;
    }

    @Override
    public int run(Terminal terminal) {
        if (!authorization.allows(terminal.caller(), Permission.READ)) {
            throw new CommandFailure(
                    CommandFailure.Kind.DENIED,
                    "You must authenticate to access this server: java -jar jenkins-cli.jar -auth USER:TOKEN COMMAND");
        }
        if (name == null) {
            list(terminal);
            return SUCCESS;
        }
        var command = commands.find(name).orElse(null);
        if (command == null) {
            list(terminal);
            throw CommandFailure.abort("No such command " + name + ". Available commands are above.");
        }
        terminal.err().print(Commands.usage(command));
        return SUCCESS;
    }

    private void list(Terminal terminal) {
        for (var command : commands.all()) {
            terminal.err().println("  " + command.name());
            terminal.err().println("    " + command.summary());
        }
    }
}
