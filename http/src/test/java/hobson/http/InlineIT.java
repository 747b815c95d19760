package hobson.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.http.route.Place;
import hobson.http.route.RouteOption;
import hobson.http.route.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that the thread of the network answers itself. */
class InlineIT {
    private static final Key<String> SEEN = new Key<>("seen");
    private static final int LARGE = 300_000;

    @TempDir
    Path directory;

    private final List<String> filtered = Collections.synchronizedList(new ArrayList<>());
    private ServerFixture server;

    @BeforeEach
    void start() throws IOException {
        var root = new Place("root");
        root.any("inline", request -> thread(request), RouteOption.INLINE);
        root.any("thread", request -> thread(request));
        root.any("blocks", InlineIT::blocking, RouteOption.INLINE);
        root.any(
                "form", request -> Response.text(200, request.parameter("a").orElse("-") + kind()), RouteOption.INLINE);
        root.any("body", request -> Response.text(200, request.text(100) + kind()), RouteOption.INLINE);
        root.any(
                "streams",
                _ -> Response.ok(ContentType.TEXT, Body.stream(out -> out.write(kind().getBytes(UTF_8)))),
                RouteOption.INLINE);
        root.any("large", _ -> Response.of(200, ContentType.TEXT, Body.bytes(new byte[LARGE])), RouteOption.INLINE);
        root.any(
                "many",
                _ -> Response.ok(ContentType.TEXT, Body.stream(out -> out.write(new byte[LARGE]))),
                RouteOption.INLINE);
        root.any(
                "problem",
                _ -> {
                    throw Problem.badRequest("no");
                },
                RouteOption.INLINE);
        root.any(
                "crash",
                _ -> {
                    throw new IllegalStateException("secret");
                },
                RouteOption.INLINE);
        Filter filter = (request, next) -> {
            filtered.add(kind());
            return next.handle(request.with(SEEN, "seen")).with("X-Filter", "yes");
        };
        server = ServerFixture.of(directory, Filter.chain(new Router(root), filter));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Whoever has sent one answer looks for the next request in the middle of that: it must not wait there for itself. */
    @Test
    void largeAnswers_askedForAtOnce_comeOneAfterTheOther() throws IOException {
        try (var connection = server.connect()) {
            for (int i = 0; i < 50; i++) {
                for (var path : List.of("thread", "large", "thread", "many")) {
                    connection.sendLines("GET /" + path + " HTTP/1.1\nHost: x\n\n");
                }
            }
            for (int i = 0; i < 100; i++) {
                assertThat(connection.read().text()).startsWith("seen");
                assertThat(connection.read().body()).hasSize(LARGE);
            }
        }
    }

    private static Response thread(Request request) {
        return Response.text(200, request.get(SEEN) + kind() + request.isInline());
    }

    private static Response blocking(Request request) {
        request.beforeBlocking();
        return thread(request);
    }

    private static String kind() {
        return Thread.currentThread().isVirtual() ? " virtual " : " network ";
    }

    private String ask(String head) throws IOException {
        return server.ask(head).text();
    }

    @Test
    void inline_route_isAnsweredByTheThreadOfTheNetwork() throws IOException {
        assertThat(ask("GET /inline HTTP/1.1")).isEqualTo("seen network true");
        assertThat(ask("GET /thread HTTP/1.1")).isEqualTo("seen virtual false");
        assertThat(filtered).containsExactly(" network ", " virtual ");
    }

    @Test
    void inline_handlerThatMustBlock_isHandledAgainOnAThread() throws IOException {
        var answer = server.ask("GET /blocks HTTP/1.1");

        assertThat(answer.text()).isEqualTo("seen virtual false");
        assertThat(answer.head())
                .filteredOn(line -> line.equals("X-Filter: yes"))
                .hasSize(1);
        assertThat(filtered).containsExactly(" network ", " virtual ");
    }

    @Test
    void inline_bodyIsNeeded_movesToAThread() throws IOException {
        assertThat(server.ask(
                                "POST /form HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 3",
                                "a=1")
                        .text())
                .isEqualTo("1 virtual ");
        assertThat(server.ask("POST /body HTTP/1.1\nContent-Length: 3", "abc").text())
                .isEqualTo("abc virtual ");
        assertThat(ask("GET /form?a=2 HTTP/1.1")).isEqualTo("2 network ");
    }

    @Test
    void inline_streamedBody_isWrittenByAThread() throws IOException {
        assertThat(ask("GET /streams HTTP/1.1")).isEqualTo(" virtual ");
    }

    @Test
    void inline_failure_isAPage() throws IOException {
        assertThat(server.ask("GET /problem HTTP/1.1").status()).isEqualTo(400);
        assertThat(server.ask("GET /crash HTTP/1.1").status()).isEqualTo(500);
        assertThat(ask("GET /crash HTTP/1.1")).contains("Logging ID=").doesNotContain("secret");
    }

    @Test
    void inline_pipelinedWithBlocking_staysInOrder() throws IOException {
        try (var connection = server.connect()) {
            connection.sendLines("GET /blocks HTTP/1.1\nHost: x\n\n".repeat(3)
                    + "GET /inline HTTP/1.1\nHost: x\n\n".repeat(3)
                    + "GET /form?a=last HTTP/1.1\nHost: x\n\n");
            for (int i = 0; i < 6; i++) assertThat(connection.read().text()).startsWith("seen");

            assertThat(connection.read().text()).startsWith("last");
        }
    }
}
