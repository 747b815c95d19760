package hobson.http;

import java.util.List;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Makes WebSockets of connections. Nothing of Jetty's WebSocket is loaded before the first one. */
final class WebSockets {
    private WebSockets() {}

    /** @return false when the request wants none; then nothing has happened */
    static boolean upgrade(Request request, Response response, Callback callback, Session.Listener listener) {
        return container(request)
                .upgrade(
                        (_, answer, _) -> {
                            answer.setExtensions(List.of()); // compressed messages could be larger than they look
                            return listener;
                        },
                        request,
                        response,
                        callback);
    }

    private static ServerWebSocketContainer container(Request request) {
        var server = request.getConnectionMetaData().getConnector().getServer();
        synchronized (server) {
            return ServerWebSocketContainer.ensure(server);
        }
    }
}
