package hobson.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.server.wire.CommandLineJar.Said;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Commands over a WebSocket ({@code cli.md §4}), for tables of so many that starting the jar for each would take minutes. */
final class CommandSocket {
    private static final int ARG = 0;
    private static final int START = 3;
    private static final int EXIT = 4;
    private static final int END_STDIN = 6;
    private static final int STDOUT = 7;

    private final WireServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    CommandSocket(WireServer server) {
        this.server = server;
    }

    Said run(String user, String... words) throws Exception {
        var listener = new Listener();
        var uri = URI.create(server.url());
        var builder = http.newWebSocketBuilder().header("Origin", "http://" + uri.getAuthority());
        if (!user.isEmpty()) {
            var login = Base64.getEncoder().encodeToString((user + ":pw").getBytes(UTF_8));
            builder.header("Authorization", "Basic " + login);
        }
        var address = URI.create("ws://" + uri.getAuthority() + uri.getPath() + "cli/ws");
        var socket = builder.buildAsync(address, listener).get(60, TimeUnit.SECONDS);
        for (var word : words) {
            send(socket, ARG, word);
        }
        send(socket, START, null);
        send(socket, END_STDIN, null);
        return listener.said.get(60, TimeUnit.SECONDS);
    }

    private static void send(WebSocket socket, int op, @Nullable String text) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(op);
        if (text != null) {
            out.writeUTF(text);
        }
        socket.sendBinary(ByteBuffer.wrap(bytes.toByteArray()), true).get(60, TimeUnit.SECONDS);
    }

    private static final class Listener implements WebSocket.Listener {
        final CompletableFuture<Said> said = new CompletableFuture<>();
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            while (data.hasRemaining()) {
                message.write(data.get());
            }
            if (last) {
                take(message.toByteArray());
                message.reset();
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void take(byte[] frame) {
            if (frame[0] == EXIT) {
                int code = ByteBuffer.wrap(frame, 1, Integer.BYTES).getInt();
                said.complete(new Said(code, out.toString(UTF_8), err.toString(UTF_8)));
            } else {
                (frame[0] == STDOUT ? out : err).write(frame, 1, frame.length - 1);
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            said.completeExceptionally(new UncheckedIOException(new IOException("closed: " + status + " " + reason)));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            said.completeExceptionally(error);
        }
    }
}
