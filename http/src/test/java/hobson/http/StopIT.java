package hobson.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping. */
@Timeout(60)
class StopIT {
    private static final int ROUNDS = 50;
    private static final int CALLERS = 4;

    @TempDir
    Path directory;

    @Test
    void stop_runningRequest_isFinishedFirst() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var server = ServerFixture.of(directory, _ -> {
            begun.countDown();
            await(goOn);
            return Response.text(200, "finished");
        });
        try (var busy = server.connect()) {
            busy.sendLines("GET / HTTP/1.1\nHost: x\n\n");
            begun.await();
            var stopping = Thread.ofVirtual().start(server::close);
            refused(server);
            goOn.countDown();

            var answer = busy.read();
            assertThat(answer.text()).isEqualTo("finished");
            assertThat(answer.header("Connection")).isEqualTo("close");
            stopping.join();
        }
    }

    /** Waits until nobody is let in any more. */
    private static void refused(ServerFixture server) throws IOException {
        while (true) {
            try (var late = server.connect()) {
                late.send("x");
            } catch (IOException _) {
                return;
            }
        }
    }

    @Test
    void stop_requestThatNeverEnds_isNotWaitedForTooLong() throws Exception {
        var begun = new CountDownLatch(1);
        var settings = ServerFixture.settings(directory).withStopTime(Duration.ofMillis(200));
        var server = ServerFixture.of(settings, _ -> {
            begun.countDown();
            await(new CountDownLatch(1));
            return Response.of(200);
        });
        try (var busy = server.connect()) {
            busy.sendLines("GET / HTTP/1.1\nHost: x\n\n");
            begun.await();
            server.close();

            assertThat(busy.isClosed()).isTrue();
        }
    }

    @Test
    void stop_done_refusesConnections() throws Exception {
        var server = ServerFixture.of(directory, _ -> Response.of(200));
        server.close();
        server.close();

        assertThatThrownBy(server::connect).isInstanceOf(ConnectException.class);
    }

    @Test
    void stop_whileCallersComeAllTheTime_leavesNoneWithoutAnEnd() throws Exception {
        var settings = ServerFixture.settings(directory);
        for (int round = 0; round < ROUNDS; round++) {
            try (var server = ServerFixture.of(settings, _ -> Response.of(200));
                    var callers = Executors.newFixedThreadPool(CALLERS)) {
                var first = new CountDownLatch(CALLERS);
                var calls = new ArrayList<Future<?>>();
                for (int i = 0; i < CALLERS; i++) calls.add(callers.submit(() -> callUntilRefused(server, first)));
                first.await();
                server.server().stop();
                for (var call : calls) call.get();
            }
        }
    }

    /** @throws SocketTimeoutException when a connection is neither answered nor closed */
    private static @Nullable Void callUntilRefused(ServerFixture server, CountDownLatch first) throws Exception {
        while (true) {
            try (var connection = server.connect()) {
                connection.sendLines("GET / HTTP/1.1\nHost: x\n\n").read();
            } catch (ConnectException _) {
                return null;
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException _) {
                Thread.onSpinWait(); // it was closed: an end
            }
            first.countDown();
        }
    }

    @Test
    void start_portInUse_saysSo() throws Exception {
        try (var first = ServerFixture.of(directory, _ -> Response.of(200))) {
            var settings = ServerFixture.settings(directory).withAddress("127.0.0.1", first.port());

            assertThatThrownBy(() -> ServerFixture.of(settings, _ -> Response.of(200)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Cannot listen on 127.0.0.1:" + first.port() + ": Address already in use");
        }
    }

    @Test
    void start_socketOfAnotherServer_answersWhoCameMeanwhile() throws Exception {
        try (var socket = ListeningSocket.open("127.0.0.1", 0)) {
            var settings = ServerFixture.settings(directory);
            var first = new HttpServer(settings, _ -> Response.text(200, "first"));
            first.start(socket);
            assertThat(ask(socket.port()).text()).isEqualTo("first");
            first.stop();

            try (var early = new RawConnection(socket.port());
                    var second = new HttpServer(settings, _ -> Response.text(200, "second"))) {
                early.sendLines("GET / HTTP/1.1\nHost: x\n\n");
                second.start(socket);

                assertThat(early.read().text()).isEqualTo("second");
            }
            assertThat(socket.channel().isOpen()).isTrue();
        }
    }

    private static RawConnection.Answer ask(int port) throws IOException {
        try (var connection = new RawConnection(port)) {
            return connection.sendLines("GET / HTTP/1.1\nHost: x\n\n").read();
        }
    }

    @Test
    void start_uploadsIsAFile_saysSo() throws Exception {
        Files.writeString(directory.resolve("uploads"), "");

        assertThatThrownBy(() -> ServerFixture.of(directory, _ -> Response.of(200)))
                .hasMessageContaining("Uploads cannot be kept in " + directory.resolve("uploads"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
