package hobson.jenkinscli;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

    /** Follows redirects to where the server really is; what fails on the way will show later, and better. */
    static Connection of(Options options) throws IOException, InterruptedException {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER) // it would take the login along, wherever that leads
                .connectTimeout(PATIENCE)
                .proxy(ProxySelector.getDefault());
        if (!options.checksCertificates()) {
            builder.sslContext(AnyCertificate.context());
        }
        var http = builder.build();
        return new Connection(http, new Root(http, options).find(), options.authorization());
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

    static HttpRequest.Builder withProof(HttpRequest.Builder request, @Nullable String authorization) {
        return authorization == null ? request : request.header("Authorization", authorization);
    }
}
