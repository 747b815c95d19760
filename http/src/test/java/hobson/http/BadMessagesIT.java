package hobson.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is no request, among many that are: it is answered with a 400, its connection ends, and nobody else sees anything of it. */
class BadMessagesIT {
    private static final int ROUNDS = 3_000;

    private static final List<String> BAD = List.of(
            "GET /?n=x HTTP/1.1\nHost: [\n\n",
            "GET / HTTP/2.0\n\n",
            "GET\n\n",
            "POST / HTTP/1.1\nHost: x\nContent-Length: y\n\n");

    @TempDir
    Path directory;

    @Test
    @Timeout(120)
    void badMessages_amongRequestsOfOthers_spoilNoneOfThem() throws Exception {
        try (var server = ServerFixture.of(
                        directory,
                        request -> Response.text(200, request.parameter("n").orElse("")));
                var callers = Executors.newFixedThreadPool(8)) {
            var calls = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 8; i++) {
                int caller = i;
                calls.add(() -> caller % 2 == 0 ? bad(server) : good(server, caller));
            }

            for (Future<Void> call : callers.invokeAll(calls))
                assertThat(call.get()).isNull();
        }
    }

    private static Void bad(ServerFixture server) throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            try (var connection = server.connect()) {
                connection.sendLines(BAD.get(i % BAD.size()) + "b".repeat(i % 3 * 1_000));
                assertThat(connection.readHead().status()).isBetween(400, 505);
            }
        }
        return null;
    }

    private static Void good(ServerFixture server, int caller) throws IOException {
        try (var connection = server.connect()) {
            for (int i = 0; i < ROUNDS * 4; i++) {
                var n = "n=" + caller + "." + i + "y".repeat(i % 700);
                connection.sendLines(
                        "POST / HTTP/1.1\nHost: x\nContent-Type: application/x-www-form-urlencoded\nContent-Length: "
                                + n.length() + "\n\n" + n);
                assertThat(connection.read().text()).isEqualTo(n.substring(2));
            }
        }
        return null;
    }
}
