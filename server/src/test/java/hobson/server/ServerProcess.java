package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code hobson serve} in a process of its own, as people start it. Killed when it is closed. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Hobson .* listens on (http://\\S+/) .*");
    private static final long PATIENCE_SECONDS = 60;
    private static final long POLL_MILLIS = 1_000;

    private final Process process;
    private final Thread reader;
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch listening = new CountDownLatch(1);
    private volatile @Nullable String url;

    private ServerProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts the program with these words; it may end by itself. */
    static ServerProcess run(Path userFolder, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dhobson.native=" + Path.of("target", "native").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "hobson.server.Main"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HOME", userFolder.toString());
        return new ServerProcess(builder.start());
    }

    /** Starts the server on any free port and waits until it listens. */
    public static ServerProcess serve(Path home, String... options) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("serve", "--http-port", "0", "--home", home.toString()));
        words.addAll(List.of(options));
        var server = run(home, words.toArray(String[]::new));
        if (!server.listening.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || server.url == null) {
            throw new AssertionError("does not listen: " + server.lines);
        }
        return server;
    }

    private void read() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
                var match = LISTENING.matcher(line);
                if (match.matches()) {
                    url = match.group(1);
                    listening.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            listening.countDown();
        }
    }

    public String url() {
        var known = url;
        if (known == null) {
            throw new AssertionError("does not listen: " + lines);
        }
        return known;
    }

    public long pid() {
        return process.pid();
    }

    /** What it printed until its end. */
    List<String> output() throws InterruptedException {
        exitCode();
        reader.join();
        return List.copyOf(lines);
    }

    /** What it has printed so far. */
    public String printed() {
        return String.join("\n", List.copyOf(lines));
    }

    /** Waits until it has printed lines that begin so, in this order; those that it printed before count. */
    public void awaitLine(String... beginnings) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!printedInOrder(beginnings)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new AssertionError("does not say " + List.of(beginnings) + ": " + lines);
            }
            synchronized (lines) {
                lines.wait(POLL_MILLIS);
            }
        }
    }

    private boolean printedInOrder(String... beginnings) {
        int found = 0;
        for (var line : List.copyOf(lines)) {
            if (found < beginnings.length && line.startsWith(beginnings[found])) {
                found++;
            }
        }
        return found == beginnings.length;
    }

    /** Asks until the answer contains that text. */
    void awaitBody(String path, String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        var body = get(path).body();
        while (!body.contains(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(path + " is still " + body);
            }
            body = get(path).body();
        }
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("does not end: " + lines);
        }
        return process.exitValue();
    }

    /** SIGTERM; what it prints after that is still read, unlike after {@link Process#destroy}. */
    ServerProcess terminate() {
        process.toHandle().destroy();
        return this;
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        exitCode();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        var request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
