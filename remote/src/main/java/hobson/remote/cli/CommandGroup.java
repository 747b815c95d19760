package hobson.remote.cli;

import java.util.List;

/** The commands of one subject. */
@FunctionalInterface
public interface CommandGroup {
    /** Called once, while the server is put together. */
    List<NamedCommand> commands();
}
