package hobson.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The connection failed under a request: nobody is left to be answered, and it is nobody's fault here. */
final class CallerGone extends IOException {
    private static final long serialVersionUID = 1L;

    CallerGone(Throwable cause) {
        super("the caller closed the connection, or stopped sending or reading", cause);
    }

    static boolean caused(Throwable thrown) {
        return find(thrown) != null;
    }

    static @Nullable CallerGone find(Throwable thrown) {
        int depth = 0;
        for (@Nullable Throwable link = thrown; link != null && depth < 20; link = link.getCause()) {
            if (link instanceof CallerGone gone) return gone;
            depth++;
        }
        return null;
    }
}
