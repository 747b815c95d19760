package hobson.http.route;

/**
 * Something special about a route. The router knows {@link #INLINE} and {@link #LEAF}; others are kept for those who read the
 * {@linkplain RouteRow table}.
 */
public interface RouteOption {
    /**
     * Answered at once by the thread that reads the network: for reads from memory whose body is bytes. Such a handler must not wait for
     * anything nor compute for long; when it notices that it would, it calls
     * {@link hobson.http.Request#beforeBlocking} and is asked again on a thread of its own.
     */
    RouteOption INLINE = RouteFlag.INLINE;

    /** Matches only as the last token and without a slash after it, as pages do (remote-api.md §7.1). */
    RouteOption LEAF = RouteFlag.LEAF;

    /** For people: what a request does, in a few words. */
    record Does(String summary) implements RouteOption {}

    static RouteOption does(String summary) {
        return new Does(summary);
    }
}
