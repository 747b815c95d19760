package hobson.remote.cli.server;

import hobson.engine.administration.ServerActions;
import hobson.remote.cli.Command;
import hobson.remote.cli.Terminal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Option;

/** {@code quiet-down}. */
final class QuietDown implements Command {
    private final ServerActions actions;

    @Option(name = "-block", usage = "Wait until no build runs any more")
    private boolean block;

    @Option(
            name = "-timeout",
            metaVar = "MILLISECONDS",
            usage = "With -block: wait no longer than that; 0 for as long as it takes")
    private int timeout;

    @Option(name = "-reason", metaVar = "TEXT", usage = "Why; everybody can see it")
    private @Nullable String reason;

    QuietDown(ServerActions actions) {
        this.actions = actions;
    }

    @Override
    public int run(Terminal terminal) throws InterruptedException {
        if (block) {
            actions.quietDown(terminal.caller(), reason, timeout > 0 ? Duration.ofMillis(timeout) : null);
        } else {
            actions.quietDown(terminal.caller(), reason);
        }
        return SUCCESS;
    }
}
