package hobson.remote.api;

import hobson.export.PassThrough;

/**
 * Something has to be read from the store, and this thread must not wait for it. Ends the rendering; the request is then handled again
 * by a thread that may wait.
 */
final class MustLoad extends RuntimeException implements PassThrough {
    private static final long serialVersionUID = 1L;

    MustLoad() {
        super("must be read from the store", null, false, false);
    }
}
