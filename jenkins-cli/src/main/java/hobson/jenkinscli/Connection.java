package hobson.jenkinscli;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The way to the server, over HTTP/1.1, and the proofs that go with each request. */
final class Connection {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String server;
    private final @Nullable String authorization;

    private Connection(HttpClient http, String server, @Nullable String authorization) {
        this.http = http;
        this.server = server;
        this.authorization = authorization;
    }

    /** Follows redirects to where the server really is; failures will show later, and better. */
    static Connection of(Options options) throws InterruptedException {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .proxy(ProxySelector.getDefault());
        if (!options.checksCertificates()) {
            builder.sslContext(AnyCertificate.context());
        }
        var http = builder.build();
        return new Connection(http, root(http, options), options.authorization());
    }

    private static String root(HttpClient http, Options options) throws InterruptedException {
        try {
            var asked = HttpRequest.newBuilder(URI.create(options.server())).timeout(PATIENCE);
            var answer = http.send(
                    withProof(asked, options.authorization()).build(), HttpResponse.BodyHandlers.discarding());
            var at = answer.previousResponse().isEmpty()
                    ? options.server()
                    : answer.uri().toString();
            var path = at.replaceFirst("[?#].*$", "");
            return path.endsWith("/") ? path : options.server();
        } catch (IOException e) {
            return options.server();
        }
    }

    HttpClient http() {
        return http;
    }

    /** With a slash at the end. */
    String server() {
        return server;
    }

    @Nullable
    String authorization() {
        return authorization;
    }

    HttpRequest.Builder request(String path) {
        return withProof(HttpRequest.newBuilder(URI.create(server + path)), authorization);
    }

    private static HttpRequest.Builder withProof(HttpRequest.Builder request, @Nullable String authorization) {
        return authorization == null ? request : request.header("Authorization", authorization);
    }
}
