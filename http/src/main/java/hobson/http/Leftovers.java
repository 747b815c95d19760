package hobson.http;

import static java.lang.System.Logger.Level.DEBUG;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * What a caller still sends of a body that nobody wants, for example of an upload that was refused. Closing the connection at once would make the
 * caller's system throw our answer away unread; so a little more is taken in and thrown away.
 */
final class Leftovers {
    private static final System.Logger log = System.getLogger(Leftovers.class.getName());
    private static final long MOST_BYTES = 16 << 20;
    private static final long MOST_TIME = Duration.ofSeconds(5).toNanos();

    private Leftovers() {}

    /** Whether a body was announced that may not have been read to its end. */
    static boolean mayBe(Wire wire) {
        var length = wire.header("Content-Length");
        if (length == null) return wire.header("Transfer-Encoding") != null;
        return !length.equals("0");
    }

    /** Blocks for a few seconds at most, and then for one more read. */
    static void discard(InputStream body) {
        var buffer = new byte[16 * 1024];
        long end = System.nanoTime() + MOST_TIME;
        long total = 0;
        try {
            while (total < MOST_BYTES && System.nanoTime() < end) {
                int count = body.read(buffer);
                if (count < 0) return;
                total += count;
            }
        } catch (IOException e) {
            log.log(DEBUG, "The rest of a body was not read", e);
        }
    }
}
