package hobson.remote.cli;

import java.util.function.Supplier;

/**
 * A command that clients can call.
 *
 * @param summary one line: what it does
 * @param open whether it runs for callers who may read nothing here; it then has to ask for permission by itself
 * @param call makes the object for one call
 */
public record NamedCommand(String name, String summary, boolean open, Supplier<Command> call) {
    /** For callers with the permission to read. */
    public NamedCommand(String name, String summary, Supplier<Command> call) {
        this(name, summary, false, call);
    }

    /** For everybody. */
    static NamedCommand open(String name, String summary, Supplier<Command> call) {
        return new NamedCommand(name, summary, true, call);
    }
}
