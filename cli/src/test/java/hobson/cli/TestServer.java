package hobson.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.client.Hobson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real server, in a process and a home of its own, for all tests of a class. Its user ann may do everything; her password is pw. */
public final class TestServer implements BeforeAllCallback, AfterAllCallback {
    private static final Pattern LISTENING = Pattern.compile("Hobson .* listens on (http://\\S+/) .*");
    private static final String CONFIGURATION = """
            jenkins:
              quietPeriod: 0
              numExecutors: 4
              securityRealm: {local: {users: [{id: ann, password: pw}]}}
              authorizationStrategy: {globalMatrix: {permissions: ["USER:Overall/Administer:ann"]}}
            """;

    private @Nullable Path folder;
    private @Nullable Process process;
    private String url = "";

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("hobson-command");
        var configuration = Files.writeString(folder.resolve("hobson.yaml"), CONFIGURATION);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "hobson.server.Main"));
        command.addAll(List.of("serve", "--http-address", "127.0.0.1", "--http-port", "0"));
        command.addAll(List.of("--home", folder.resolve("home").toString(), "--config", configuration.toString()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        awaitUrl(process);
    }

    private void awaitUrl(Process started) throws IOException {
        var said = new ArrayList<String>();
        var output = new BufferedReader(new InputStreamReader(started.getInputStream(), UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            var match = LISTENING.matcher(line);
            if (match.matches()) {
                url = match.group(1);
                Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
                return;
            }
        }
        throw new AssertionError("does not listen: " + said);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (process != null) {
            process.destroyForcibly();
        }
        if (folder != null) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    public String url() {
        return url;
    }

    /** A folder that is not the server's, for files that builds wait for. */
    public Path folder() {
        return Objects.requireNonNull(folder);
    }

    /** A client of its own for what a test prepares and looks at. */
    public Hobson client() {
        return Hobson.connect(url).password("ann", "pw");
    }

    /** The command, as ann types it, with a token and in a folder of its own. */
    public CommandShell shell(Path directory) {
        var token = client().users().me().tokens().generate("test").value();
        return new CommandShell(directory)
                .with("HOBSON_URL", url)
                .with("HOBSON_USER", "ann")
                .with("HOBSON_TOKEN", token);
    }
}
