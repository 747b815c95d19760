package hobson.cli.diff;

/** A document is not well-formed XML, or has a DOCTYPE; the message says where. */
public final class BadDocument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadDocument(String message) {
        super(message);
    }
}
