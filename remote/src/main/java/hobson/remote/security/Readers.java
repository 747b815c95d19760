package hobson.remote.security;

import hobson.engine.Reader;
import hobson.engine.settings.Settings;
import hobson.engine.user.Authorization;
import hobson.http.Request;

/** For whom the objects of an answer are shown. */
public final class Readers {
    private final Authorization authorization;
    private final Settings settings;

    public Readers(Authorization authorization, Settings settings) {
        this.authorization = authorization;
        this.settings = settings;
    }

    /** @param path by which the object was reached, relative to the root, with a trailing slash; empty for the root */
    public Reader of(Request request, String path) {
        return new Reader(Callers.of(request), authorization, rootUrl(request), path, request::beforeBlocking);
    }

    /** What the settings say, else where the caller reached this server (objects.md §1.1); ends in a slash. */
    private String rootUrl(Request request) {
        var configured = settings.rootUrl();
        return configured == null ? request.baseUrl() + "/" : configured;
    }
}
