package hobson.http;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.http.route.Place;
import hobson.http.route.RouteOption;
import hobson.http.route.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many callers at once, some of whom leave in the middle: each gets its own answer, and the server counts them all out. */
class ManyCallersIT {
    private static final int CALLERS = 24;
    private static final int ROUNDS = 10;

    @TempDir
    Path directory;

    private static Router router() {
        var root = new Place("root");
        root.any("inline", request -> Response.text(200, request.query().first("n", "")), RouteOption.INLINE);
        root.any(
                "moves",
                request -> {
                    request.beforeBlocking();
                    return Response.text(200, request.query().first("n", ""));
                },
                RouteOption.INLINE);
        root.any("form", request -> Response.text(200, request.parameter("n").orElse("")));
        root.any(
                "stream",
                request -> Response.ok(ContentType.TEXT, Body.stream(out -> {
                    for (int i = 0; i < 10_000; i++) out.write('x');
                    out.write(request.query().first("n", "").getBytes(java.nio.charset.StandardCharsets.UTF_8));
                })));
        return new Router(root);
    }

    @Test
    @Timeout(60)
    void requests_ofManyCallers_areAnsweredAndCountedOut() throws Exception {
        var settings = ServerFixture.settings(directory).withStopTime(Duration.ofMinutes(10));
        try (var server = ServerFixture.of(settings, router());
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Void>>();
            for (int i = 0; i < CALLERS; i++) {
                int caller = i;
                calls.add(() -> caller % 4 == 3 ? leaveEarly(server) : ask(server, caller));
            }

            for (Future<Void> call : callers.invokeAll(calls))
                assertThat(call.get()).isNull();
        } // would wait for ten minutes for a request that was not counted out
    }

    private static Void ask(ServerFixture server, int caller) throws IOException {
        try (var connection = server.connect()) {
            for (int i = 0; i < ROUNDS; i++) {
                var n = caller + "." + i;
                assertThat(get(connection, "/inline?n=" + n)).isEqualTo(n);
                assertThat(get(connection, "/moves?n=" + n)).isEqualTo(n);
                assertThat(get(connection, "/stream?n=" + n)).endsWith("x" + n).hasSize(10_000 + n.length());
                assertThat(post(connection, "n=" + n)).isEqualTo(n);
            }
        }
        return null;
    }

    private static Void leaveEarly(ServerFixture server) throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            try (var connection = server.connect()) {
                connection.sendLines(
                        switch (i % 5) {
                            case 0 -> "GET /stream?n=1 HTTP/1.1\nHost: x\n\n";
                            case 1 ->
                                "POST /form HTTP/1.1\nHost: x\nContent-Type: multipart/form-data; boundary=x\nContent-Length: 99\n\n--x";
                            case 2 -> "GET /moves HTTP/1.1\nHost: x\n\nGET /inline HTTP/1.1\nHost: x\n\n";
                            case 3 -> "GET /inl";
                            default -> "POST /inline HTTP/1.1\nHost: x\nContent-Length: 1000000\n\nx";
                        });
            }
        }
        return null;
    }

    private static String get(RawConnection connection, String target) throws IOException {
        return connection
                .sendLines("GET " + target + " HTTP/1.1\nHost: x\n\n")
                .read()
                .text();
    }

    private static String post(RawConnection connection, String form) throws IOException {
        return connection
                .sendLines(
                        "POST /form HTTP/1.1\nHost: x\nContent-Type: application/x-www-form-urlencoded\nContent-Length: "
                                + form.length() + "\n\n" + form)
                .read()
                .text();
    }
}
