package hobson.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebSocketIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private @Nullable Path directory;

    private ServerFixture serve(Body.Talk talk, Duration ping) throws IOException {
        return ServerFixture.of(
                Objects.requireNonNull(directory),
                request -> request.wantsWebSocket() ? Response.webSocket(talk, ping) : Response.text(400, "no socket"));
    }

    @Test
    void talk_messages_comeAndGoUntilItReturns() throws Exception {
        try (var server = serve(WebSocketIT::echo, LONG)) {
            var caller = new Caller(server);

            caller.say("one").say("two").say("");

            assertThat(caller.take()).isEqualTo("one");
            assertThat(caller.take()).isEqualTo("two");
            assertThat(caller.closed()).isEqualTo(java.net.http.WebSocket.NORMAL_CLOSURE);
        }
    }

    /** Until an empty message. */
    private static void echo(WebSocket socket) throws IOException, InterruptedException {
        for (var message = socket.receive(); message != null && message.length > 0; message = socket.receive()) {
            socket.send(message);
        }
    }

    @Test
    void talk_messageOf64Kilobytes_isTakenWhole() throws Exception {
        try (var server = serve(WebSocketIT::echo, LONG)) {
            var caller = new Caller(server);

            assertThat(caller.say("x".repeat(70_000)).take()).hasSize(70_000);
        }
    }

    @Test
    void talk_messageTooLarge_endsTheConnection() throws Exception {
        try (var server = serve(WebSocketIT::echo, LONG)) {
            assertThat(new Caller(server).say("x".repeat(WebSocket.LARGEST + 1)).closed())
                    .isEqualTo(1009);
        }
    }

    @Test
    void talk_rulesAreBroken_isClosedAsSuch() throws Exception {
        Body.Talk refusing = socket -> {
            throw new ProtocolException("not so");
        };
        try (var server = serve(refusing, LONG)) {
            assertThat(new Caller(server).closed()).isEqualTo(1002);
        }
    }

    @Test
    void talk_text_isRefused() throws Exception {
        try (var server = serve(WebSocketIT::echo, LONG)) {
            var caller = new Caller(server);
            caller.socket.sendText("text", true).join();

            assertThat(caller.closed()).isEqualTo(1003);
        }
    }

    @Test
    void onEnd_callerVanishesWhileNobodyReceives_isTold() throws Exception {
        var gone = new CountDownLatch(1);
        Body.Talk deaf = socket -> {
            socket.onEnd(gone::countDown);
            socket.send("here".getBytes(UTF_8));
            gone.await();
        };
        try (var server = serve(deaf, Duration.ofMillis(50))) {
            var caller = new Caller(server);
            caller.take();
            caller.socket.abort();

            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void ping_quietCaller_isAskedAgainAndAgain() throws Exception {
        try (var server = serve(WebSocketIT::echo, Duration.ofMillis(50))) {
            var caller = new Caller(server);

            assertThat(caller.pings.poll(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(caller.pings.poll(20, TimeUnit.SECONDS)).isNotNull();
            caller.socket.abort();
        }
    }

    @Test
    void stop_whileTalking_waitsForTheEnd() throws Exception {
        var talking = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        Body.Talk slow = socket -> {
            talking.countDown();
            mayEnd.await();
            socket.send("last".getBytes(UTF_8));
        };
        try (var server = serve(slow, LONG)) {
            var caller = new Caller(server);
            talking.await();
            var stopping = Thread.ofVirtual().start(server.server()::stop);
            mayEnd.countDown();

            assertThat(caller.take()).isEqualTo("last");
            stopping.join();
        }
    }

    @Test
    void handler_plainRequest_answersAsUsual() throws Exception {
        try (var server = serve(WebSocketIT::echo, LONG)) {
            assertThat(server.ask("GET /x HTTP/1.1").status()).isEqualTo(400);
            assertThat(server.ask(
                                    "GET /x HTTP/1.1\nUpgrade: websocket\nSec-WebSocket-Version: 12\nSec-WebSocket-Key: x")
                            .status())
                    .isEqualTo(400);
        }
    }

    /** The other end, of the JDK. */
    private static final class Caller implements java.net.http.WebSocket.Listener {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private final BlockingQueue<ByteBuffer> pings = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder partial = new StringBuilder();
        private final java.net.http.WebSocket socket;

        Caller(ServerFixture server) {
            var address = URI.create("ws://127.0.0.1:" + server.port() + "/x");
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(address, this)
                    .join();
        }

        Caller say(String message) {
            try {
                socket.sendBinary(ByteBuffer.wrap(message.getBytes(UTF_8)), true)
                        .join();
            } catch (CompletionException _) {
                // closed in the middle of it: the test sees that
            }
            return this;
        }

        String take() throws InterruptedException {
            return Objects.requireNonNull(messages.poll(20, TimeUnit.SECONDS));
        }

        int closed() throws Exception {
            return closed.get(20, TimeUnit.SECONDS);
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(java.net.http.WebSocket from, ByteBuffer data, boolean last) {
            partial.append(UTF_8.decode(data));
            if (last) {
                messages.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(java.net.http.WebSocket from, ByteBuffer message) {
            pings.add(message);
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(java.net.http.WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(java.net.http.WebSocket from, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
