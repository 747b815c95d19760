package hobson.export;

/** A value of the object could not be read or shown: the server's own fault, a 500. Nothing has been sent. */
public final class ExportFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExportFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
