package hobson.http;

import static java.lang.System.Logger.Level.DEBUG;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that send the head of a request byte by byte: each byte ends the idle time, so nothing else would. Looks at all connections
 * now and then; a head may take {@link Limits#patience} and one round more.
 */
final class SlowHeads {
    private static final System.Logger log = System.getLogger(SlowHeads.class.getName());
    private static final long ROUNDS = 4;

    private final ServerConnector connector;
    private final long patience;
    private Map<Connection, Seen> seen = new HashMap<>();

    SlowHeads(ServerConnector connector, Limits limits) {
        this.connector = connector;
        this.patience = limits.patience().toNanos();
    }

    /**
     * A connection between two requests.
     *
     * @param bytes received when it was first seen so
     * @param slowSince when more than those had been received, or null
     */
    private record Seen(long requests, long bytes, @Nullable Long slowSince) {}

    /** From now on, until the connector stops. */
    void watch() {
        long pause = Math.max(1, patience / ROUNDS);
        connector.getScheduler().schedule(this::round, pause, TimeUnit.NANOSECONDS);
    }

    private void round() {
        if (!connector.isRunning()) return;
        var now = System.nanoTime();
        var next = new HashMap<Connection, Seen>();
        for (var endPoint : connector.getConnectedEndPoints()) {
            var connection = endPoint.getConnection();
            if (connection != null && connection.getMessagesIn() == connection.getMessagesOut()) {
                next.put(connection, look(connection, now));
            }
        }
        seen = next;
        watch();
    }

    private Seen look(Connection connection, long now) {
        var before = seen.get(connection);
        long requests = connection.getMessagesIn();
        long bytes = connection.getBytesIn();
        if (before == null || before.requests != requests) {
            // a new connection has sent nothing yet, whatever it has sent by now is the start of a head
            boolean fresh = before == null && requests == 0 && bytes > 0;
            return new Seen(requests, fresh ? 0 : bytes, fresh ? Long.valueOf(now) : null);
        }
        if (bytes == before.bytes) return before;
        var since = before.slowSince == null ? Long.valueOf(now) : before.slowSince;
        if (now - since > patience) {
            log.log(DEBUG, () -> "Closing a connection whose request head does not end: " + connection.getEndPoint());
            connection.getEndPoint().close();
        }
        return new Seen(requests, before.bytes, since);
    }
}
