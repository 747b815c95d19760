package hobson.remote.api;

import hobson.engine.Reader;
import hobson.http.Request;

/** Finds the object that a request is about. */
@FunctionalInterface
public interface Finder {
    /**
     * The object at the place that the router found ({@link hobson.http.route.Match}). Runs {@link Reader#loading} before it reads the
     * store.
     *
     * @throws hobson.engine.Refusal {@code NOT_FOUND} when there is none, or none that the caller may know of
     * @throws hobson.engine.user.Denied when the caller may know of it and no more
     */
    Shown<?> find(Request request, Reader reader);
}
