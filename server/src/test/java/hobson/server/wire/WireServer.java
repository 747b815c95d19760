package hobson.server.wire;

import hobson.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for all tests of a class, in a process and a home of its own. */
final class WireServer implements BeforeAllCallback, AfterAllCallback {
    private static final String PASSWORD = "pw";

    private final String configuration;
    private @Nullable Path folder;
    private @Nullable ServerProcess process;

    /** @param configuration what goes into the file of {@code --config} */
    WireServer(String configuration) {
        this.configuration = configuration;
    }

    /** Everybody may do everything; crumbs are wanted. Nothing waits unless it asks for it. */
    static WireServer open() {
        return new WireServer("jenkins: {authorizationStrategy: unsecured, quietPeriod: 0, numExecutors: 4}\n");
    }

    /**
     * With accounts whose password is {@code pw}, and crumbs. Nothing waits unless it asks for it.
     *
     * @param users each with its permissions: {@code mia: Overall/Read, Overall/Manage}
     */
    static WireServer of(String... users) {
        var accounts = new ArrayList<String>();
        var permissions = new ArrayList<String>();
        for (var user : users) {
            var name = user.substring(0, user.indexOf(':'));
            accounts.add("{id: " + name + ", password: " + PASSWORD + "}");
            for (var permission : user.substring(name.length() + 1).split(",", -1)) {
                permissions.add("\"USER:" + permission.strip() + ":" + name + "\"");
            }
        }
        return new WireServer("""
                jenkins:
                  quietPeriod: 0
                  numExecutors: 4
                  securityRealm: {local: {users: %s}}
                  authorizationStrategy: {globalMatrix: {permissions: %s}}
                """.formatted(accounts, permissions));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("hobson-wire");
        var file = Files.writeString(folder.resolve("hobson.yaml"), configuration);
        process = ServerProcess.serve(home(), "--config", file.toString());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (process != null) {
            process.close();
        }
        if (folder != null) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(WireServer::delete);
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

    /** A folder that is not the server's, for what must stay as it is and for files that builds wait for. */
    Path folder() {
        return Objects.requireNonNull(folder);
    }

    Path home() {
        return folder().resolve("home");
    }

    Path workspace(String job) {
        return home().resolve("workspace").resolve(job);
    }

    String url() {
        return Objects.requireNonNull(process).url();
    }

    long pid() {
        return Objects.requireNonNull(process).pid();
    }

    /** What the server has logged so far. */
    String printed() {
        return Objects.requireNonNull(process).printed();
    }

    /** Waits until it is there again after the first restart that it was asked for. */
    void awaitRestart() throws InterruptedException {
        Objects.requireNonNull(process).awaitLine("Hobson restarts", "Hobson ");
    }

    /** Somebody who has not said who they are. */
    WireClient client() {
        return new WireClient(url());
    }

    /** One of the users that {@link #of} names, with a crumb. */
    WireClient as(String user) throws Exception {
        return client().as(user, PASSWORD).withCrumb();
    }
}
