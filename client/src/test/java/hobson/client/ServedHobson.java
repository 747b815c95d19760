package hobson.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Our own server in a process, as people start it, for one test alone: its home is deleted when it is closed. */
final class ServedHobson implements AutoCloseable {
    static final String PASSWORD = "pw";

    private static final Pattern LISTENING = Pattern.compile("Hobson .* listens on (http://\\S+/) .*");
    private static final long PATIENCE_SECONDS = 60;
    private static final String CONFIGURATION = """
            jenkins:
              quietPeriod: 0
              numExecutors: 4
              securityRealm: {local: {users: [{id: admin, password: pw}, {id: reader, password: pw}]}}
              authorizationStrategy:
                globalMatrix:
                  permissions: ["USER:Overall/Administer:admin", "USER:Overall/Read:reader", "USER:Job/Read:reader"]
            """;

    private final String url;
    private final String token;
    private final Process process;
    private final Path folder;

    private ServedHobson(String url, String token, Process process, Path folder) {
        this.url = url;
        this.token = token;
        this.process = process;
        this.folder = folder;
    }

    static ServedHobson start(String... options) {
        try {
            var folder = Files.createTempDirectory("hobson-client");
            var configuration = Files.writeString(folder.resolve("hobson.yaml"), CONFIGURATION);
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dhobson.native=" + Path.of("target", "native").toAbsolutePath(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "hobson.server.Main",
                    "serve",
                    "--http-port",
                    "0",
                    "--home",
                    folder.resolve("home").toString(),
                    "--config",
                    configuration.toString()));
            command.addAll(List.of(options));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("HOME", folder.toString());
            var process = builder.start();
            var url = listening(process);
            var token = Hobson.connect(url).password("admin", PASSWORD).tokens().generate("tests");
            return new ServedHobson(url, token.value(), process, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what it prints as long as it does, and waits until it says where it listens. */
    private static String listening(Process process) {
        var url = new CompletableFuture<String>();
        var lines = Collections.synchronizedList(new ArrayList<String>());
        Thread.ofVirtual().start(() -> {
            try (var output =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (var line = output.readLine(); line != null; line = output.readLine()) {
                    lines.add(line);
                    var match = LISTENING.matcher(line);
                    if (match.matches()) {
                        url.complete(match.group(1));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                url.completeExceptionally(new AssertionError("does not listen: " + lines));
            }
        });
        return url.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    String url() {
        return url;
    }

    /** In which its home is. */
    Path folder() {
        return folder;
    }

    Hobson administrator() {
        return Hobson.connect(url).token("admin", token);
    }

    /** What it ends with; waits for that. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
