package hobson.http.route;

/** Something special about a route. */
public enum RouteOption {
    /**
     * Answered at once by the thread that reads the network: for reads from memory whose body is bytes. Such a handler must not wait for
     * anything nor compute for long; when it notices that it would, it calls
     * {@link hobson.http.Request#beforeBlocking} and is asked again on a thread of its own.
     */
    INLINE,

    /** Matches only as the last token and without a slash after it, as pages do (remote-api.md §7.1). */
    LEAF
}
