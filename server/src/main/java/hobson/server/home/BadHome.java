package hobson.server.home;

/** A folder that cannot be a server's home. The message is one line: which folder, what is wrong, what to do. */
public final class BadHome extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadHome(String message) {
        super(message, null, false, false);
    }
}
