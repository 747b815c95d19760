package hobson.server;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.secret.Vault;
import hobson.engine.settings.Settings;
import hobson.engine.time.Pace;
import hobson.engine.user.Authorization;
import hobson.exec.LocalLauncher;
import hobson.http.HttpSettings;
import hobson.http.ListeningSocket;
import hobson.http.route.RouteRow;
import hobson.server.configuration.Configuration;
import hobson.server.home.Home;
import hobson.server.password.BcryptPasswords;
import hobson.store.SqlStores;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The table of routes of the whole server. */
class RouteTableTest {
    private static final Set<String> FORMS = Set.of("/", "/json", "/xml", "/python", "/schema");

    @Test
    void openApi_everyRoute_isInTheDocumentAndNothingElse(@TempDir Path folder) throws Exception {
        var random = new SecureRandom();
        try (var home = Home.open(folder.resolve("home"), random);
                var stores = SqlStores.inMemory(new Vault(home.key(), random));
                var launcher = new LocalLauncher();
                var server = new HobsonServer(
                        foundation(home, random),
                        stores,
                        Stage.asDefined(launcher),
                        new Ending().lifecycle(() -> false),
                        HttpSettings.local(folder.resolve("uploads")),
                        List.of());
                var socket = ListeningSocket.open("127.0.0.1", 0)) {
            server.load();
            server.listen(socket);
            int port = socket.port();

            var expected =
                    server.table().stream().flatMap(RouteTableTest::operations).collect(toCollection(TreeSet::new));

            assertThat(operations(document(port))).isEqualTo(expected).hasSizeGreaterThan(200);
        }
    }

    private static Foundation foundation(Home home, SecureRandom random) {
        return new Foundation(
                home,
                Settings.DEFAULT,
                new Authorization.Unsecured(),
                Configuration.DEFAULT.sources(),
                new BcryptPasswords(random),
                new Vault(home.key(), random),
                Pace.system(),
                random,
                Map.of(),
                "test",
                new LogRing());
    }

    private static JsonNode document(int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/openapi.json"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return new ObjectMapper()
                    .readTree(client.send(request, BodyHandlers.ofByteArray()).body());
        }
    }

    /** As {@code get /job/{job}/build}. */
    private static Stream<String> operations(RouteRow row) {
        var path = "/" + row.template();
        boolean api = path.endsWith("/api");
        var methods = api ? List.of("*") : row.methods().keySet();
        return methods.stream()
                .flatMap(method -> method.equals("*") ? Stream.of("get", "post") : Stream.of(method))
                .flatMap(method -> (api ? FORMS.stream() : Stream.of(""))
                        .map(form -> method.toLowerCase(Locale.ROOT) + " " + path + form));
    }

    private static Set<String> operations(JsonNode document) {
        var operations = new TreeSet<String>();
        for (var path : document.get("paths").properties()) {
            for (var method : path.getValue().properties()) operations.add(method.getKey() + " " + path.getKey());
        }
        return operations;
    }
}
