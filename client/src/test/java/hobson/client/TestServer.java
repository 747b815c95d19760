package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The server that a class tests with: one of its own in a process, or, when the system property {@code hobson.client.url} names one, that, with the
 * login of {@code hobson.client.user} and {@code hobson.client.token}: an administrator's. Then tests that are tagged {@code hobson-only} are
 * to be left out ({@code -DexcludedGroups=hobson-only}).
 *
 * <p>On a server of its own {@code admin} may do everything and {@code reader} may read; the password of both is {@code pw}.
 */
final class TestServer implements BeforeAllCallback, AfterAllCallback {
    static final String HOBSON_ONLY = "hobson-only";
    private static final Pattern LISTENING = Pattern.compile("Hobson .* listens on (http://\\S+/) .*");
    private static final String CONFIGURATION = """
            jenkins:
              quietPeriod: 0
              numExecutors: 4
              securityRealm: {local: {users: [{id: admin, password: pw}, {id: reader, password: pw}]}}
              authorizationStrategy:
                globalMatrix:
                  permissions: ["USER:Overall/Administer:admin", "USER:Overall/Read:reader", "USER:Job/Read:reader"]
            """;

    private @Nullable Path folder;
    private @Nullable Process process;
    private @Nullable String url = System.getProperty("hobson.client.url");
    private String run = "t" + Long.toString(System.nanoTime(), 36) + "-";

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (url != null) {
            return;
        }
        folder = Files.createTempDirectory("hobson-client");
        var file = Files.writeString(folder.resolve("hobson.yaml"), CONFIGURATION);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "hobson.server.Main",
                "serve"));
        command.addAll(
                List.of("--http-port", "0", "--home", folder.resolve("home").toString(), "--config", file.toString()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        url = listening(process);
    }

    private static String listening(Process process) throws Exception {
        var found = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            var lines = new ArrayList<String>();
            try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                for (var line = output.readLine(); line != null; line = output.readLine()) {
                    lines.add(line);
                    var match = LISTENING.matcher(line);
                    if (match.matches()) {
                        found.complete(match.group(1));
                    }
                }
                found.completeExceptionally(new AssertionError("does not listen: " + lines));
            } catch (IOException e) {
                found.completeExceptionally(e);
            }
        });
        return found.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        if (folder != null) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(TestServer::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return Objects.requireNonNull(url);
    }

    /** A name that nothing on the server has, for a server that others use too. */
    String name(String name) {
        return run + name;
    }

    /** Somebody who may do everything. */
    Hobson admin() {
        var user = Optional.ofNullable(System.getProperty("hobson.client.user"));
        return user.map(id -> anonymous().token(id, System.getProperty("hobson.client.token", "")))
                .orElseGet(() -> anonymous().password("admin", "pw"));
    }

    Hobson anonymous() {
        return Hobson.connect(url());
    }
}
