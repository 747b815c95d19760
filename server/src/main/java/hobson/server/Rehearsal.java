package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.server.command.Command;
import hobson.server.command.CommandLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A run without an audience, of which the JVM makes the start cache: the server starts on an empty home, hears what clients usually
 * ask, and ends. An answer other than the script expects is the end of it, with a trace and an exit code that is not 0.
 *
 * <p>The script is {@code rehearsal.txt}: pieces between lines of hashes, each with how often, the request line, headers, and after
 * a blank line a body.
 */
public final class Rehearsal implements Greeting {
    private static final String SCRIPT = "rehearsal.txt";
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int FAILED = 400;

    private static final String CONFIGURATION = """
            jenkins:
              mode: NORMAL
              numExecutors: 2
              quietPeriod: 0
              authorizationStrategy: unsecured
            hobson:
              crumbs: false
            """;

    private final List<Piece> script;
    private final Ending ending = new Ending();
    private final Greeting console = new ConsoleGreeting(System.out);

    private Rehearsal(List<Piece> script) {
        this.script = script;
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("hobson-rehearsal");
        try {
            var configuration = Files.writeString(folder.resolve("hobson.yaml"), CONFIGURATION);
            new Rehearsal(List.of()).perform("--home=" + folder.resolve("one"));
            new Rehearsal(script()).perform("--home=" + folder.resolve("two"), "--config=" + configuration);
        } finally {
            delete(folder);
        }
    }

    private void perform(String... options) {
        var words = new ArrayList<>(List.of("serve", "--http-port=0"));
        words.addAll(List.of(options));
        var environment = Main.environment();
        if (CommandLine.read(words, environment) instanceof Command.Serve serve) {
            Main.serve(serve.options(), environment, this, ending);
        }
    }

    @Override
    public void started(String version, String url, Path home) {
        console.started(version, url, home);
        try {
            for (var piece : script) {
                piece.play(URI.create(url));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ending.exit();
        }
    }

    @Override
    public void firstStart(String url, String password, Path passwordFile) {
        console.firstStart(url, password, passwordFile);
    }

    @Override
    public void unsecured(String url) {
        console.unsecured(url);
    }

    @Override
    public void restarts() {
        console.restarts();
    }

    @Override
    public void ends() {
        console.ends();
    }

    private static List<Piece> script() throws IOException {
        try (var script = Objects.requireNonNull(Rehearsal.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            var pieces = new ArrayList<Piece>();
            for (var text : new String(script.readAllBytes(), UTF_8).split("\n#+\n", -1)) {
                pieces.add(Piece.read(text));
            }
            return pieces;
        }
    }

    /** One request of the script, as often as it says; {@code {i}} in its first line is the number of the repetition. */
    private record Piece(int times, String request, List<String> headers, String body) {
        static Piece read(String text) {
            var halves = text.split("\n\n", 2);
            var head = halves[0].strip().split("\n", -1);
            var opening = head[0].split(" ", 2);
            return new Piece(
                    Integer.parseInt(opening[0]),
                    opening[1],
                    List.of(head).subList(1, head.length),
                    halves.length == 1 ? "" : halves[1]);
        }

        void play(URI url) throws IOException {
            var content = body.getBytes(UTF_8);
            var rest = new StringBuilder(" HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nConnection: close\r\n");
            headers.forEach(header -> rest.append(header).append("\r\n"));
            rest.append("Content-Length: ").append(content.length).append("\r\n\r\n");
            for (int i = 0; i < times; i++) {
                var head = request.replace("{i}", Integer.toString(i)) + rest;
                try (var socket = new Socket(url.getHost(), url.getPort())) {
                    socket.setSoTimeout(PATIENCE_MILLIS);
                    socket.getOutputStream().write(head.getBytes(UTF_8));
                    socket.getOutputStream().write(content);
                    check(new String(socket.getInputStream().readAllBytes(), UTF_8));
                }
            }
        }

        private void check(String answer) {
            var line = answer.lines().findFirst().orElse("nothing");
            var words = line.split(" ", 3);
            if (words.length < 2 || Integer.parseInt(words[1]) >= FAILED) {
                throw new IllegalStateException(request + " was answered by " + line);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
