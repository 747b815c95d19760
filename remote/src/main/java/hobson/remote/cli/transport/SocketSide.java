package hobson.remote.cli.transport;

import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.WebOrigin;
import hobson.http.WebSocket;
import hobson.remote.security.Callers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.function.Function;

/** {@code GET /cli/ws}: a conversation over a WebSocket; a message is a frame without its length (cli.md §4). */
final class SocketSide {
    private static final Duration PING = Duration.ofSeconds(30);

    private final Conversations conversations;
    private final Function<Request, String> rootUrl;

    SocketSide(Conversations conversations, Function<Request, String> rootUrl) {
        this.conversations = conversations;
        this.rootUrl = rootUrl;
    }

    Response answer(Request request) {
        if (!request.wantsWebSocket()) {
            throw new Problem(400, "This address is for WebSockets");
        }
        var root = rootUrl.apply(request);
        if (!WebOrigin.isOwn(request, root)) {
            throw new Problem(403, "The header Origin must name this server");
        }
        var caller = Callers.of(request);
        return Response.webSocket(
                socket -> conversations.have(caller, root, conversation -> talk(conversation, socket)), PING);
    }

    private static void talk(Conversation conversation, WebSocket socket) throws IOException, InterruptedException {
        socket.onEnd(conversation::abandon);
        var reading = Thread.ofVirtual().name("cli-socket").start(() -> read(conversation, socket));
        try {
            conversation.run((op, data, offset, length) -> {
                var message = new byte[1 + length];
                message[0] = op.number();
                System.arraycopy(data, offset, message, 1, length);
                socket.send(message);
            });
        } finally {
            reading.interrupt();
        }
    }

    private static void read(Conversation conversation, WebSocket socket) {
        try {
            for (var message = socket.receive(); message != null; message = socket.receive()) {
                if (message.length == 0) {
                    throw new ProtocolException("a frame that is none");
                }
                var payload = new ByteArrayInputStream(message, 1, message.length - 1);
                conversation.take(message[0], message.length - 1, payload);
            }
        } catch (IOException e) {
            conversation.abandon(e);
        } catch (InterruptedException e) {
            return; // it is over
        }
    }
}
