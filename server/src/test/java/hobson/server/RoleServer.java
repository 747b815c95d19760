package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.secret.Vault;
import hobson.engine.settings.Lifecycle;
import hobson.engine.time.Pace;
import hobson.exec.LocalLauncher;
import hobson.http.HttpSettings;
import hobson.http.ListeningSocket;
import hobson.http.route.RouteRow;
import hobson.server.configuration.ConfigurationFile;
import hobson.server.home.Home;
import hobson.server.password.BcryptPasswords;
import hobson.store.SqlStores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A whole server in this process, with accounts whose passwords are their names. It neither ends nor starts anew when it is told to,
 * and asks for no crumbs.
 */
final class RoleServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Home home;
    private final SqlStores stores;
    private final LocalLauncher launcher;
    private final HobsonServer server;
    private final ListeningSocket socket;
    private final int port;

    private RoleServer(Home home, SqlStores stores, LocalLauncher launcher, HobsonServer server) throws IOException {
        this.home = home;
        this.stores = stores;
        this.launcher = launcher;
        this.server = server;
        this.socket = ListeningSocket.open("127.0.0.1", 0);
        this.port = socket.port();
        server.listen(socket);
    }

    /** @param configuration what the file of {@code --config} says */
    static RoleServer start(Path folder, String configuration) throws IOException {
        var read = ConfigurationFile.read(Files.writeString(folder.resolve("hobson.yaml"), configuration), Map.of());
        var random = new SecureRandom();
        var home = Home.open(folder.resolve("home"), random);
        var vault = new Vault(home.key(), random);
        var foundation = new Foundation(
                home,
                read.settings(),
                read.authorization(),
                read.sources(),
                new BcryptPasswords(random),
                vault,
                Pace.system(),
                random,
                Map.of("PATH", "/usr/bin:/bin"),
                "test",
                new LogRing());
        var stores = SqlStores.inMemory(vault);
        var launcher = new LocalLauncher();
        var http = HttpSettings.local(home.folder().resolve("incoming"));
        var server = new HobsonServer(foundation, stores, Stage.asDefined(launcher), new Endless(), http, List.of());
        server.load();
        Accounts.declare(server.users(), read.accounts());
        var started = new RoleServer(home, stores, launcher, server);
        server.begin();
        return started;
    }

    List<RouteRow> routes() {
        return server.table();
    }

    /**
     * Asks as somebody.
     *
     * @param user empty for the anonymous caller
     * @param path after the root's slash, with its query
     * @param body XML when it begins like it, else a form
     */
    HttpResponse<String> ask(String user, String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!user.isEmpty()) {
            var basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        if (!body.isEmpty()) {
            request.header(
                    "Content-Type", body.startsWith("<") ? "application/xml" : "application/x-www-form-urlencoded");
        }
        return http.send(request.build(), BodyHandlers.ofString(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    /** Sends a file as the administrator, as the first part of a form. */
    int upload(String path, String fileName, byte[] file) throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--of-the-tests\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--of-the-tests--\r\n".getBytes(UTF_8));
        var basic = Base64.getEncoder().encodeToString("administrator:administrator".getBytes(UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "multipart/form-data; boundary=of-the-tests")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() throws IOException {
        server.close();
        socket.close();
        launcher.close();
        stores.close();
        home.close();
    }

    /** Nothing ends it. */
    private static final class Endless implements Lifecycle {
        @Override
        public void restart() {}

        @Override
        public void reload() {}

        @Override
        public void stay() {}

        @Override
        public void exit() {}

        @Override
        public void exitWhenIdle() {}
    }
}
