package hobson.http;

/**
 * Ends the connection at once, whatever of the answer has been sent: thrown by a filter, or while a body is written, where somebody
 * wants to see how clients bear it.
 */
public final class ConnectionDropped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean reset;

    private ConnectionDropped(boolean reset) {
        super("the connection was dropped on purpose", null, false, false);
        this.reset = reset;
    }

    /** What is on its way to the client is thrown away. */
    public static ConnectionDropped reset() {
        return new ConnectionDropped(true);
    }

    /** What has been sent arrives, and the connection ends there. */
    public static ConnectionDropped cut() {
        return new ConnectionDropped(false);
    }

    boolean isReset() {
        return reset;
    }
}
