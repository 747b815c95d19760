package hobson.remote.api;

import hobson.engine.Reader;
import hobson.engine.item.PathSegments;
import hobson.engine.settings.Settings;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.http.Request;
import hobson.http.route.Match;
import java.util.List;
import java.util.function.Function;

/** Says for whom an answer is made, and from where the server looks like what to this caller. */
public final class Readers {
    private final Function<Request, Caller> callers;
    private final Authorization authorization;
    private final Settings settings;

    /** @param callers who sent a request */
    public Readers(Function<Request, Caller> callers, Authorization authorization, Settings settings) {
        this.callers = callers;
        this.authorization = authorization;
        this.settings = settings;
    }

    /** The reader of this request, which a router has seen. */
    public Reader of(Request request) {
        return new Reader(
                callers.apply(request),
                authorization,
                rootUrl(request),
                path(Match.of(request).place()),
                request.isInline() ? Readers::mustNotWait : Readers::mayWait);
    }

    /** Where the server is for this caller: as configured, else as it was reached. With a slash at the end. */
    public String rootUrl(Request request) {
        var configured = settings.rootUrl();
        return configured == null ? request.baseUrl() + "/" : configured;
    }

    Authorization authorization() {
        return authorization;
    }

    /** An address below the root, percent-encoded, with a slash at the end: {@code job/a%20b/}. */
    public static String path(List<String> tokens) {
        var path = new StringBuilder(64);
        for (var token : tokens) {
            path.append(PathSegments.encode(token)).append('/');
        }
        return path.toString();
    }

    private static void mayWait() {}

    private static void mustNotWait() {
        throw new MustLoad();
    }
}
