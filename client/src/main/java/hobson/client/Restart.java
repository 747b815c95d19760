package hobson.client;

import java.time.Duration;
import java.util.Optional;

/** A restart that was asked for. */
public final class Restart {
    private final Server server;
    private final Optional<String> before;

    Restart(Server server, Optional<String> before) {
        this.server = server;
        this.before = before;
    }

    /**
     * Waits until the server is back: ready, and not the one that was asked to restart, which may answer for quite a while.
     *
     * @throws HobsonException.TimedOut when it takes longer
     */
    public void awaitReady(Duration timeout) {
        server.awaitSessionAfter(before, timeout);
    }
}
