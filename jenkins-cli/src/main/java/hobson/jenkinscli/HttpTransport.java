package hobson.jenkinscli;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ForkJoinPool;

/** {@code -http}: the answer of one request brings the frames of the server, the body of another one ours (cli.md §3). */
final class HttpTransport {
    private static final Duration PING = Duration.ofSeconds(3);

    private final Connection connection;
    private final UUID session = UUID.randomUUID();

    HttpTransport(Connection connection) {
        this.connection = connection;
    }

    int run(List<String> command, Terminal terminal, Charset charset) throws IOException, InterruptedException {
        var http = connection.http();
        var answer = http.send(side("download").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofInputStream());
        if (answer.headers().firstValue("Hudson-Duplex").isEmpty()) {
            throw refused(answer.statusCode());
        }
        var talk = new Talk(terminal, charset);
        try (var in = new DataInputStream(answer.body());
                var wire = new HttpWire(ForkJoinPool.commonPool())) {
            in.readByte(); // says nothing: it has brought the head of the answer through what buffers
            var upload = side("upload")
                    .header("Content-Type", "application/octet-stream")
                    .POST(wire.body())
                    .build();
            http.sendAsync(upload, BodyHandlers.discarding()).exceptionally(gone -> {
                wire.end();
                return null;
            });
            talk.begin(command, wire);
            ping(talk, wire);
            receive(in, talk);
            return talk.exitCode();
        }
    }

    private HttpRequest.Builder side(String side) {
        return connection
                .request("cli?remoting=false")
                .header("Session", session.toString())
                .header("Side", side);
    }

    private IOException refused(int status) {
        return switch (status) {
            case 401, 403 ->
                new IOException("Server returned HTTP response code: " + status + " for " + connection.server());
            default ->
                new NotJenkins("There's no Jenkins running at " + connection.server()
                        + ", or something is serving the HTTP port"
                        + " in front of it that does not pass on its answers (status " + status
                        + ", no Hudson-Duplex header)");
        };
    }

    private static void ping(Talk talk, Wire wire) {
        var pinging = new Thread(
                () -> {
                    try {
                        while (true) {
                            Thread.sleep(PING.toMillis());
                            wire.send(talk.encoding());
                        }
                    } catch (IOException | InterruptedException e) {
                        return; // it is over
                    }
                },
                "ping");
        pinging.setDaemon(true);
        pinging.start();
    }

    /** Until the exit code, or the end. */
    private static void receive(DataInputStream in, Talk talk) throws IOException {
        byte op = Frame.START;
        try {
            while (op != Frame.EXIT) {
                int length = in.readInt();
                op = in.readByte();
                if (length < 0 || op < 0) {
                    throw new IOException("the server sends what is no frame");
                }
                talk.take(op, in.readNBytes(length));
            }
        } catch (EOFException e) {
            talk.ended();
        }
    }
}
