package hobson.server.ephemeral;

import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.ProblemJson;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.WebOrigin;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the web pages of others out of a server that may be open to everybody on its machine: the browser of the one who tests would carry
 * what they send. A page says in {@code Origin} whose it is; one that made its own name lead here (DNS rebinding) is known by that
 * name in {@code Host}. Programs that send no {@code Origin} and call the server by its address are not concerned.
 *
 * <p>The port in {@code Host} is not looked at: containers and tunnels have others, and no page can choose it freely.
 */
public final class Door implements Filter {
    private final Set<String> names;
    private final @Nullable String rootUrl;

    /**
     * @param address the one that the server listens on
     * @param rootUrl where it is for its users, perhaps behind a proxy; null when that is not configured
     */
    public Door(String address, @Nullable String rootUrl) {
        var root = rootUrl == null
                ? ""
                : WebOrigin.of(rootUrl).map(WebOrigin::host).orElse("");
        this.names = Set.copyOf(List.of("localhost", address.toLowerCase(Locale.ROOT), root));
        this.rootUrl = rootUrl;
    }

    @Override
    public Response handle(Request request, Handler next) {
        var host = request.header("Host");
        if (host.isPresent() && !isOwn(host.get())) {
            return refused(
                    request,
                    421,
                    "This server for tests is called by its address or as localhost; another name must be that of the URL"
                            + " in its configuration");
        }
        if (request.header("Origin").isPresent() && !WebOrigin.isOwn(request, rootUrl)) {
            return refused(request, 403, "This server for tests takes nothing from the web pages of others");
        }
        return next.handle(request);
    }

    /** An address in digits leads where it says; a name may be made to lead anywhere. */
    private boolean isOwn(String authority) {
        return WebOrigin.of("http://" + authority)
                .map(WebOrigin::host)
                .filter(host -> names.contains(host) || isLiteral(host))
                .isPresent();
    }

    private static boolean isLiteral(String host) {
        try {
            var _ = InetAddress.ofLiteral(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Response refused(Request request, int status, String sentence) {
        return new ProblemJson(request, status, sentence).response(status);
    }
}
