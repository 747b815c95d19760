package hobson.http;

import java.io.IOException;
import java.nio.file.Path;

/** A running server around a handler. */
final class ServerFixture implements AutoCloseable {
    private final HttpServer server;
    private final int port;

    private ServerFixture(HttpServer server) throws IOException {
        this.server = server;
        this.port = server.start();
    }

    static ServerFixture of(Path directory, Handler handler) throws IOException {
        return of(settings(directory), handler);
    }

    static ServerFixture of(HttpSettings settings, Handler handler) throws IOException {
        return new ServerFixture(new HttpServer(settings, handler));
    }

    static HttpSettings settings(Path directory) {
        return HttpSettings.local(directory.resolve("uploads"));
    }

    int port() {
        return port;
    }

    HttpServer server() {
        return server;
    }

    RawConnection connect() throws IOException {
        return new RawConnection(port);
    }

    /** One request on a connection of its own; lines end in {@code \n}, the empty line after the head is added. */
    RawConnection.Answer ask(String head) throws IOException {
        return ask(head, "");
    }

    RawConnection.Answer ask(String head, String body) throws IOException {
        try (var connection = connect()) {
            connection
                    .sendLines(head + "\nHost: test.example\nConnection: close\n\n")
                    .send(body);
            return head.startsWith("HEAD") ? connection.readHead() : connection.read();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
