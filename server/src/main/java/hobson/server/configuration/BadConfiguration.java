package hobson.server.configuration;

/** A configuration file that cannot be followed. The message is one line: the file, the line, what is wrong, what would be right. */
public final class BadConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadConfiguration(String message) {
        super(message, null, false, false);
    }
}
