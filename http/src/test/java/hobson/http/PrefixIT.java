package hobson.http;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.http.route.Place;
import hobson.http.route.Router;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server below a context path. */
class PrefixIT {
    @TempDir
    static Path directory;

    private static ServerFixture server;

    @BeforeAll
    static void start() throws IOException {
        var root = new Place("root");
        var job = new Place("job");
        root.index(request -> Response.text(200, request.baseUrl() + " " + request.link("x") + " " + request.target()))
                .child("job/{job}", job);
        job.post("build", request -> Response.redirect(201, request.link("queue/item/1/")));
        job.index(_ -> Response.redirect("."));
        server = ServerFixture.of(ServerFixture.settings(directory).withContextPath("ci/"), new Router(root));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void root_withoutSlash_redirects() throws IOException {
        var answer = server.ask("GET /ci HTTP/1.1");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("http://test.example/ci/");
    }

    @Test
    void links_always_containThePrefix() throws IOException {
        assertThat(server.ask("GET /ci/?q HTTP/1.1").text()).isEqualTo("http://test.example/ci /ci/x /ci/?q");
        assertThat(server.ask("GET /ci/job/a HTTP/1.1").header("Location")).isEqualTo("http://test.example/ci/job/a/");
        assertThat(server.ask("GET /ci/job/a/ HTTP/1.1").header("Location")).isEqualTo("http://test.example/ci/job/a/");
        assertThat(server.ask("POST /ci/job/a/build HTTP/1.1\nContent-Length: 0")
                        .header("Location"))
                .isEqualTo("http://test.example/ci/queue/item/1/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/job/a/", "/cix/", "/CI/", "/c", "/ci/../", "/x/ci/"})
    void path_outsideThePrefix_isNotFound(String path) throws IOException {
        assertThat(server.ask("GET " + path + " HTTP/1.1").status()).isEqualTo(404);
    }
}
