package hobson.jenkinscli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** {@code -webSocket}: every message is a frame (cli.md §4). */
final class SocketTransport {
    private final Connection connection;

    SocketTransport(Connection connection) {
        this.connection = connection;
    }

    int run(List<String> command, Terminal terminal, Charset charset) throws IOException {
        var talk = new Talk(terminal, charset);
        try (var wire = new SocketWire(open(talk))) {
            talk.begin(command, wire);
            return talk.exitCode();
        }
    }

    private WebSocket open(Talk talk) throws IOException {
        var server = URI.create(connection.server());
        var builder = connection.http().newWebSocketBuilder().header("Origin", origin(server));
        var authorization = connection.authorization();
        if (authorization != null) {
            builder.header("Authorization", authorization);
        }
        var address = URI.create(connection.server().replaceFirst("^http", "ws") + "cli/ws");
        try {
            return builder.buildAsync(address, new Listener(talk)).join();
        } catch (CompletionException e) {
            throw new IOException("No WebSocket to " + address, e.getCause());
        }
    }

    /** The port only where it does not go without saying. */
    private static String origin(URI server) {
        int usual = server.getScheme().equals("https") ? 443 : 80;
        boolean plain = server.getPort() < 0 || server.getPort() == usual;
        return server.getScheme() + "://" + server.getHost() + (plain ? "" : ":" + server.getPort());
    }

    private record SocketWire(WebSocket socket) implements Wire {
        @Override
        public void send(Frame frame) throws IOException {
            var message = ByteBuffer.allocate(1 + frame.payload().length)
                    .put(frame.op())
                    .put(frame.payload())
                    .flip();
            synchronized (socket) {
                try {
                    socket.sendBinary(message, true).join();
                } catch (CompletionException e) {
                    throw new IOException("the connection was lost", e.getCause());
                }
            }
        }

        @Override
        public void close() {
            socket.abort();
        }
    }

    private static final class Listener implements WebSocket.Listener {
        private final Talk talk;
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        Listener(Talk talk) {
            this.talk = talk;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            var bytes = new byte[data.remaining()];
            data.get(bytes);
            message.writeBytes(bytes);
            if (last && message.size() > 0) {
                var frame = message.toByteArray();
                message.reset();
                talk.take(frame[0], Arrays.copyOfRange(frame, 1, frame.length));
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            talk.ended();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            talk.ended();
        }
    }
}
