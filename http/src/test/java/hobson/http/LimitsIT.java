package hobson.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No caller gets more than its share, and none waits for ever. */
@Timeout(60)
class LimitsIT {
    private static final Limits QUICK =
            Limits.DEFAULT.withIdle(Duration.ofMillis(400)).withSlowest(1_000, Duration.ofMillis(300));

    private static final int LARGE = 700_000;

    @TempDir
    Path directory;

    private ServerFixture server(Limits limits, Handler handler) throws IOException {
        return ServerFixture.of(ServerFixture.settings(directory).withLimits(limits), handler);
    }

    private static Response echo(Request request) {
        return Response.text(200, request.text(10_000));
    }

    @Test
    void head_tooLarge_isRefused() throws IOException {
        try (var server = server(Limits.DEFAULT, LimitsIT::echo)) {
            assertThat(server.ask("GET / HTTP/1.1\nX-Big: " + "a".repeat(9_000)).status())
                    .isEqualTo(431);
            assertThat(server.ask("GET /?x=" + "a".repeat(9_000) + " HTTP/1.1").status())
                    .isEqualTo(414);
            assertThat(server.ask("GET / HTTP/1.1\n" + "X: a\n".repeat(3_000) + "Y: b")
                            .status())
                    .isEqualTo(431);
            assertThat(server.ask("GET / HTTP/1.1\nX-Big: " + "a".repeat(7_000)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void body_tooLarge_isRefusedWhileItComesIn() throws IOException {
        try (var server = server(Limits.DEFAULT.withBodyBytes(1_000), LimitsIT::echo)) {
            assertThat(server.ask("POST / HTTP/1.1\nContent-Length: 2000", "a".repeat(2_000))
                            .status())
                    .isEqualTo(413);
            var chunk = "3e8\r\n" + "a".repeat(1_000) + "\r\n";
            assertThat(server.ask("POST / HTTP/1.1\nTransfer-Encoding: chunked", chunk + chunk + "0\r\n\r\n")
                            .status())
                    .isEqualTo(413);
            assertThat(server.ask("POST / HTTP/1.1\nContent-Length: 1000", "a".repeat(1_000))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void body_largerThanTheHandlerWants_isRefused() throws IOException {
        try (var server = server(Limits.DEFAULT, LimitsIT::echo)) {
            assertThat(server.ask("POST / HTTP/1.1\nContent-Length: 10001", "a".repeat(10_001))
                            .text())
                    .contains("at most 10000 bytes");
            assertThat(server.ask("POST / HTTP/1.1\nContent-Length: 10000", "a".repeat(10_000))
                            .body())
                    .hasSize(10_000);
        }
    }

    @Test
    void body_announcedLargerThanTheHandlerWants_isRefusedUnread() throws IOException {
        try (var server = server(Limits.DEFAULT, LimitsIT::echo)) {
            assertThat(server.ask("POST / HTTP/1.1\nContent-Length: 99999999999", "a")
                            .status())
                    .isEqualTo(413);
        }
    }

    @Test
    void bodies_largeTogether_areRefusedUntilOneHasEnded() throws Exception {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var limits = Limits.DEFAULT.withLargeBodies(1 << 20);
        Handler handler = request -> {
            int fields = request.parameters().names().size();
            if (request.path().tokens().contains("hold")) {
                reading.countDown();
                awaitQuietly(goOn);
            }
            return Response.text(200, fields + " fields");
        };
        try (var server = server(limits, handler);
                var holding = server.connect()) {
            holding.sendLines("POST /hold HTTP/1.1\nHost: x" + form(LARGE) + "\n\n")
                    .send("a".repeat(LARGE));
            reading.await();

            var refused = server.ask("POST / HTTP/1.1" + form(LARGE), "a".repeat(LARGE));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(refused.text()).contains("send this one again soon");
            var field =
                    "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + "a".repeat(LARGE) + "\r\n--XX--\r\n";
            var multipart = "POST / HTTP/1.1\nContent-Type: multipart/form-data; boundary=XX\nContent-Length: ";
            assertThat(server.ask(multipart + field.length(), field).status()).isEqualTo(503);
            assertThat(server.ask("POST / HTTP/1.1" + form(1_000), "a".repeat(1_000))
                            .status())
                    .as("a small one")
                    .isEqualTo(200);

            goOn.countDown();
            assertThat(holding.read().status()).isEqualTo(200);
            assertThat(server.ask(multipart + field.length(), field).status()).isEqualTo(200);
            assertThat(server.ask("POST / HTTP/1.1" + form(LARGE), "a".repeat(LARGE))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void answers_largeTogether_areRefusedUntilOneIsGone() throws Exception {
        var limits = Limits.DEFAULT.withLargeBodies(40 << 20);
        int length = 32 << 20; // more than the network takes in by itself
        Handler handler = request -> Response.of(
                200,
                ContentType.TEXT,
                Body.bytes(new byte[request.path().tokens().contains("large") ? length : 9]));
        try (var server = server(limits, handler)) {
            try (var unread = server.connect()) {
                unread.sendLines("GET /large HTTP/1.1\nHost: x\n\n");
                assertThat(unread.readHead().status()).isEqualTo(200);

                var refused = server.ask("GET /large HTTP/1.1");
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isEqualTo("5");
                assertThat(refused.text()).contains("ask for this one again soon");
                assertThat(server.ask("GET /small HTTP/1.1").status()).isEqualTo(200);
            }
            while (server.ask("GET /large HTTP/1.1").status() == 503) {
                Thread.onSpinWait();
            }
            assertThat(server.ask("GET /large HTTP/1.1").body()).hasSize(length);
        }
    }

    private static String form(int length) {
        return "\nContent-Type: application/x-www-form-urlencoded\nContent-Length: " + length;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void connection_idle_isClosed() throws IOException {
        try (var server = server(QUICK, LimitsIT::echo);
                var silent = server.connect();
                var kept = server.connect()) {
            kept.sendLines("GET / HTTP/1.1\nHost: x\n\n").read();

            assertThat(silent.isClosed()).isTrue();
            assertThat(kept.isClosed()).isTrue();
        }
    }

    @Test
    void head_thatNeverEnds_isGivenUp() throws Exception {
        try (var server = server(QUICK, LimitsIT::echo);
                var slow = server.connect()) {
            slow.sendLines("GET / HTTP/1.1\nHost: x\n");

            assertThat(closedWhileTrickling(slow, "X: y\r\n")).isTrue();
        }
    }

    @Test
    void body_tooSlow_isGivenUp() throws Exception {
        try (var server = server(QUICK, LimitsIT::echo);
                var slow = server.connect()) {
            slow.sendLines("POST / HTTP/1.1\nHost: x\nContent-Length: 100000\n\n");

            assertThat(closedWhileTrickling(slow, "a")).isTrue();
        }
    }

    @Test
    void body_thatStops_isToldSo() throws Exception {
        try (var server = server(QUICK, LimitsIT::echo);
                var silent = server.connect()) {
            silent.sendLines("POST / HTTP/1.1\nHost: x\nContent-Length: 100\n\n")
                    .send("some");

            assertThat(silent.read().status()).isEqualTo(408);
            assertThat(silent.isClosed()).isTrue();
        }
    }

    /** Sends a little again and again, often enough not to be idle, until the server has had enough. */
    private static boolean closedWhileTrickling(RawConnection connection, String drop) throws InterruptedException {
        var never = new CountDownLatch(1);
        for (int i = 0; i < 1_000; i++) {
            try {
                connection.send(drop);
            } catch (IOException _) {
                return true;
            }
            assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
        return false;
    }

    @Test
    void reader_thatStops_isGivenUp() throws Exception {
        var ended = new CountDownLatch(1);
        try (var server = server(
                        QUICK,
                        _ -> Response.ok(ContentType.BYTES, Body.stream(out -> {
                            try {
                                var block = new byte[64 * 1024];
                                for (int i = 0; i < 100_000; i++) out.write(block);
                            } finally {
                                ended.countDown();
                            }
                        })));
                var lazy = server.connect()) {
            lazy.sendLines("GET / HTTP/1.1\nHost: x\n\n");

            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void readerOfALargeAnswer_tooSlow_isGivenUp() throws Exception {
        var limits = Limits.DEFAULT.withSlowest(1 << 20, Duration.ofMillis(300));
        int length = 64 << 20;
        var never = new CountDownLatch(1);
        try (var server = server(limits, _ -> Response.of(200, ContentType.BYTES, Body.bytes(new byte[length])));
                var slow = server.connect()) {
            slow.sendLines("GET / HTTP/1.1\nHost: x\n\n").readHead();

            for (int i = 0; i < 60; i++) {
                slow.take(1_000);
                assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(takenIn(slow)).isLessThan(length / 2);
        }
    }

    private static long takenIn(RawConnection connection) {
        long total = 0;
        try {
            for (int count = connection.take(8192); count >= 0; count = connection.take(8192)) total += count;
        } catch (IOException _) {
            // reset
        }
        return total;
    }

    @Test
    void handler_slowerThanTheIdleTime_isWaitedFor() throws Exception {
        var never = new CountDownLatch(1);
        try (var server = server(QUICK, _ -> {
            try {
                return Response.text(200, "done " + never.await(1_500, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })) {
            assertThat(server.ask("GET / HTTP/1.1").text()).isEqualTo("done false");
        }
    }

    @Test
    void connections_beyondTheLimit_waitForAPlace() throws IOException {
        try (var server = server(Limits.DEFAULT.withConnections(2), LimitsIT::echo)) {
            var one = server.connect();
            var two = server.connect();
            one.sendLines("GET / HTTP/1.1\nHost: x\n\n").read();
            two.sendLines("GET / HTTP/1.1\nHost: x\n\n").read();
            try (var three = server.connect()) {
                three.sendLines("GET / HTTP/1.1\nHost: x\n\n");
                one.close();
                two.close();

                assertThat(three.read().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void answer_headTooLargeForAnyClient_isAnError() throws IOException {
        try (var server = server(Limits.DEFAULT, _ -> Response.of(200).with("X", "a".repeat(200_000)))) {
            assertThat(server.ask("GET / HTTP/1.1").status()).isEqualTo(500);
        }
    }
}
