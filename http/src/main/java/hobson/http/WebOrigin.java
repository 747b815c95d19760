package hobson.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scheme, host and port, in the one form that they can be compared in. What a browser says of the page that sends something: where
 * nothing secret is sent along, as to a WebSocket (CVE-2024-23898), it alone keeps foreign pages from acting as the one who looks at them.
 *
 * @param port also where it goes without saying
 */
public record WebOrigin(String scheme, String host, int port) {

    /** Whether {@code Origin} names the address that the caller used, as far as proxies tell it, or the one that is configured. */
    public static boolean isOwn(Request request, @Nullable String rootUrl) {
        var said = request.header("Origin").flatMap(WebOrigin::of);
        return said.isPresent()
                && (said.equals(of(request.origin().url())) || (rootUrl != null && said.equals(of(rootUrl))));
    }

    /** Empty for what is no such address; a path is left out. */
    public static Optional<WebOrigin> of(String url) {
        try {
            var uri = new URI(url);
            if (uri.getScheme() == null || uri.getHost() == null || uri.getUserInfo() != null) {
                return Optional.empty();
            }
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? 443 : 80;
            var host = uri.getHost().toLowerCase(Locale.ROOT);
            return Optional.of(new WebOrigin(scheme, host, uri.getPort() < 0 ? usual : uri.getPort()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
