package hobson.http;

/**
 * Answers a request. Called by many threads at once.
 *
 * <p>A handler may block: it runs on a virtual thread of its own, unless {@link #prepare} marked the request as
 * {@linkplain Request#isInline inline}.
 */
@FunctionalInterface
public interface Handler {

    /**
     * Returns the whole answer.
     *
     * @throws Problem when the answer is an error that the caller should understand
     * @throws MustBlock when an inline request turns out to need a thread of its own
     */
    Response handle(Request request);

    /**
     * Called once for each request before {@link #handle}, on the thread that reads the network: it must neither block nor
     * be slow. A router looks up the route here, keeps it in the returned request and may mark that request as inline.
     */
    default Request prepare(Request request) {
        return request;
    }
}
