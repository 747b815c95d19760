package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A session with one start of a server and the crumb that its POSTs need. Keeps its connections; used by many threads. */
final class CrumbSession implements AutoCloseable {
    private static final String CRUMB = "crumbIssuer/api/xml?xpath=concat(//crumbRequestField,%22:%22,//crumb)";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final ServerProcess server;
    private final String[] crumb;

    private CrumbSession(HttpClient client, ServerProcess server, String[] crumb) {
        this.client = client;
        this.server = server;
        this.crumb = crumb;
    }

    static CrumbSession open(ServerProcess server) throws IOException, InterruptedException {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        var answer = client.send(server.request(CRUMB).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new CrumbSession(client, server, answer.body().split(":", 2));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(server.request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        var request = server.request(path)
                .POST(BodyPublishers.ofString(body))
                .headers(crumb)
                .timeout(PATIENCE);
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
