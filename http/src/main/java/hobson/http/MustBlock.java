package hobson.http;

/**
 * The signal of an inline request that it needs a thread of its own after all. The server catches it, forgets what was done
 * and handles the same request again on a virtual thread. Carries no stack trace: throwing it costs nothing.
 */
public final class MustBlock extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The only instance that is ever needed. */
    @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack trace to share
    public static final MustBlock SIGNAL = new MustBlock();

    private MustBlock() {
        super("this request may block", null, false, false);
    }
}
