package hobson.remote.security;

import hobson.engine.user.Caller;
import hobson.http.Key;
import hobson.http.Request;

/** Who sent a request, as {@link Authentication} found out. */
public final class Callers {
    static final Key<Caller> KEY = new Key<>("caller");

    private Callers() {}

    /** @throws java.util.NoSuchElementException when the request did not pass {@link Authentication} */
    public static Caller of(Request request) {
        return request.get(KEY);
    }
}
