package hobson.jenkinscli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Finds out where the server really is: redirects may say so. The login is for the host that was named, and goes to no other one. */
final class Root {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST = 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient http;
    private final Options options;
    private final URI named;

    Root(HttpClient http, Options options) {
        this.http = http;
        this.options = options;
        this.named = URI.create(options.server());
    }

    /**
     * With a slash at the end.
     *
     * @throws IOException when it is on another host, and there is a login
     */
    String find() throws IOException, InterruptedException {
        var found = followed();
        var path = found.toString().replaceFirst("[?#].*$", "");
        if (found.equals(named) || !path.endsWith("/")) {
            return options.server();
        }
        if (options.authorization() != null && !isNamed(found)) {
            throw new IOException(options.server() + " redirects to " + path
                    + ", which is another host: say -s with that address if your login is for it");
        }
        return path;
    }

    private URI followed() throws InterruptedException {
        var at = named;
        try {
            for (int i = 0; i < MOST; i++) {
                var next = next(at);
                if (next.isEmpty()) {
                    return at;
                }
                at = next.get();
            }
        } catch (IOException | IllegalArgumentException e) {
            return named;
        }
        return named;
    }

    private Optional<URI> next(URI at) throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(at).timeout(PATIENCE);
        var request = isNamed(at) ? Connection.withProof(asked, options.authorization()) : asked;
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.discarding());
        return answer.headers()
                .firstValue("Location")
                .filter(location -> REDIRECTS.contains(answer.statusCode()))
                .map(at::resolve)
                .filter(next -> "https".equals(next.getScheme())
                        || ("http".equals(next.getScheme()) && "http".equals(at.getScheme())));
    }

    /** Ports may differ; TLS is never left for less. */
    private boolean isNamed(URI address) {
        return named.getHost().equalsIgnoreCase(address.getHost())
                && ("http".equals(named.getScheme()) || "https".equals(address.getScheme()));
    }
}
