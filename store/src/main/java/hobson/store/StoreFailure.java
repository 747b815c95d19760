package hobson.store;

/** The store could not do what it was asked; the message says what to look at. Unless it says otherwise nothing was changed. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailure(String message) {
        super(message);
    }

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
