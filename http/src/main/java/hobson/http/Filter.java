package hobson.http;

/** What every request needs: one method around the next handler. Called by many threads at once. */
@FunctionalInterface
public interface Filter {

    /**
     * Answers itself, or lets {@code next} answer.
     *
     * <p>For an inline request a filter that has to wait (a slow password hash, a database) calls
     * {@link Request#beforeBlocking()} first; everything then happens again on a virtual thread.
     */
    Response handle(Request request, Handler next);

    /** Puts filters around a handler; the first one listed is the outermost. */
    static Handler chain(Handler handler, Filter... filters) {
        var chained = handler;
        for (int i = filters.length - 1; i >= 0; i--) {
            chained = new Filtered(filters[i], chained);
        }
        return chained;
    }
}
