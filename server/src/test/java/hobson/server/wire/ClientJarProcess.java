package hobson.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Our own jenkins-cli.jar, fetched from the server and started as people do. */
final class ClientJarProcess {
    private final Path jar;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> options = new ArrayList<>();

    /** @param folder where the jar is put */
    ClientJarProcess(WireServer server, Path folder) throws Exception {
        this.jar = folder.resolve("jenkins-cli.jar");
        var request = server.client().request("jnlpJars/jenkins-cli.jar").build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            http.send(request, java.net.http.HttpResponse.BodyHandlers.ofFile(jar));
        }
    }

    /** Of every call from now on, before what the test says. */
    ClientJarProcess with(String... words) {
        options.addAll(List.of(words));
        return this;
    }

    ClientJarProcess variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What a call came to. */
    record Ended(int code, String out, String err) {}

    Process start(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Duser.home=" + jar.getParent(),
                "-jar",
                jar.toString()));
        command.addAll(options);
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("JENKINS_") || name.startsWith("HUDSON_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    Ended run(String... words) throws Exception {
        return given("", words);
    }

    Ended given(String input, String... words) throws Exception {
        var process = start(words);
        var out = read(process.getInputStream());
        var err = read(process.getErrorStream());
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("does not end: " + out.get() + err.get());
        }
        return new Ended(process.exitValue(), out.get(), err.get());
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), UTF_8);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    long size() throws IOException {
        return Files.size(jar);
    }
}
