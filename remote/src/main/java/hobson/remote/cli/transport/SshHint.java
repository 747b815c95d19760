package hobson.remote.cli.transport;

import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Tells on every page where commands are taken by SSH: {@code X-SSH-Endpoint} (remote-api.md §1.6). */
public final class SshHint implements Filter {
    /** Pages have it, and nothing else. */
    private static final String OF_PAGES = "X-Hudson";

    private final @Nullable String rootUrl;
    private volatile int port = -1;

    /** @param rootUrl whose host is told; null: the host that the caller used */
    public SshHint(@Nullable String rootUrl) {
        this.rootUrl = rootUrl;
    }

    public void at(int listening) {
        port = listening;
    }

    @Override
    public Response handle(Request request, Handler next) {
        var answer = next.handle(request);
        int known = port;
        return known < 0 || answer.header(OF_PAGES).isEmpty()
                ? answer
                : answer.with("X-SSH-Endpoint", host(request) + ":" + known);
    }

    private String host(Request request) {
        return rootUrl == null ? request.origin().host() : URI.create(rootUrl).getHost();
    }
}
