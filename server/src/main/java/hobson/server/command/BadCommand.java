package hobson.server.command;

/** A command line that cannot be followed. The message is one line. */
public final class BadCommand extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadCommand(String message) {
        super(message, null, false, false);
    }
}
