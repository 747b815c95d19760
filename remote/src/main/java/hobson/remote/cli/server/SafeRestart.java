package hobson.remote.cli.server;

import hobson.engine.administration.ServerActions;
import hobson.remote.cli.Command;
import hobson.remote.cli.Terminal;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Option;

/** {@code safe-restart}: builds go on during any restart, so that none needs to be waited for. */
final class SafeRestart implements Command {
    private final ServerActions actions;

    @Option(name = "-message", metaVar = "TEXT", usage = "Why; for the log of the server")
    private @Nullable String message;

    SafeRestart(ServerActions actions) {
        this.actions = actions;
    }

    @Override
    public int run(Terminal terminal) {
        actions.restart(terminal.caller(), message);
        return SUCCESS;
    }
}
