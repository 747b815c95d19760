package hobson.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpServerIT {
    @TempDir
    Path directory;

    @Test
    void start_handlerOnVirtualThread_answers() throws Exception {
        try (var server = new HttpServer(
                HttpSettings.local(directory.resolve("uploads")),
                request -> Response.text(
                        200,
                        request.path().tokens() + " " + Thread.currentThread().isVirtual()))) {
            int port = server.start();

            assertThat(get("http://127.0.0.1:" + port + "/a/b%2Fc")).isEqualTo("[a, b/c] true");
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
