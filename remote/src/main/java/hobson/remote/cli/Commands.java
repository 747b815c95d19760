package hobson.remote.cli;

import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Every command by name, and what all have in common: the gate, the arguments, and how failures are told ({@code cli.md §6}). */
public final class Commands {
    private static final System.Logger LOG = System.getLogger(Commands.class.getName());
    private static final int UNKNOWN = 2;

    private final TreeMap<String, NamedCommand> commands = new TreeMap<>();
    private final Authorization authorization;

    public Commands(List<CommandGroup> groups, Authorization authorization) {
        this.authorization = authorization;
        add(NamedCommand.open(
                "help", "Lists the commands, or says how one is used.", () -> new Help(this, authorization)));
        groups.forEach(group -> group.commands().forEach(this::add));
    }

    private void add(NamedCommand command) {
        if (commands.put(command.name(), command) != null) {
            throw new IllegalArgumentException("two commands are called " + command.name());
        }
    }

    /** By name. */
    public Collection<NamedCommand> all() {
        return commands.values();
    }

    public Optional<NamedCommand> find(String name) {
        return Optional.ofNullable(commands.get(name));
    }

    /** How it is called: several lines, the last one with its end. */
    public static String usage(NamedCommand command) {
        return new Arguments(command).usage();
    }

    /**
     * Runs a command to its end, on this thread; both streams are flushed when this returns. Interrupt the thread to say that the
     * client has gone.
     *
     * @return the exit code
     */
    public int run(CommandCall call) {
        var terminal = new Terminal(call);
        try {
            if (call.words().isEmpty()) {
                terminal.err().println("Connection closed before arguments received");
                return UNKNOWN;
            }
            var command = commands.get(call.words().getFirst());
            if (command == null) {
                terminal.err().println("No such command " + call.words().getFirst());
                return UNKNOWN;
            }
            return run(command, terminal);
        } finally {
            terminal.flush();
        }
    }

    private int run(NamedCommand command, Terminal terminal) {
        try {
            if (!command.open()) {
                authorization.require(terminal.caller(), Permission.READ);
            }
            return new Arguments(command).read(terminal.arguments()).run(terminal);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(command, terminal, CommandFailure.abort("The command was interrupted."));
        } catch (IOException | RuntimeException e) {
            var failure = CommandFailure.of(e);
            return failed(command, terminal, failure == null ? unexpected(command, e) : failure);
        }
    }

    /** The details are for the log: they are nobody else's business. */
    private static CommandFailure unexpected(NamedCommand command, Exception e) {
        var id = UUID.randomUUID();
        boolean gone =
                e instanceof InterruptedIOException || Thread.currentThread().isInterrupted();
        LOG.log(gone ? Level.DEBUG : Level.WARNING, "the command " + command.name() + " failed, told as " + id, e);
        return new CommandFailure(
                CommandFailure.Kind.UNEXPECTED, "Search the server log for " + id + " for more details.");
    }

    private static int failed(NamedCommand command, Terminal terminal, CommandFailure failure) {
        var sentence = failure.getMessage();
        switch (failure.kind()) {
            case UNEXPECTED -> {
                terminal.error("Unexpected exception occurred while performing " + command.name() + " command.");
                terminal.err().println(sentence);
            }
            case USAGE -> {
                terminal.error(sentence);
                terminal.err().print(usage(command));
            }
            case ARGUMENT, STATE, ABORT, DENIED -> terminal.error(sentence);
        }
        return failure.kind().exitCode();
    }
}
