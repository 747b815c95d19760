package hobson.junit;

import hobson.server.EphemeralSettings;
import hobson.server.configuration.Configuration;
import hobson.server.configuration.ConfigurationFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a server is to be like, as it is said bit by bit. */
final class Furnishing {
    private static final int TOKEN_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, List<String>> users = new LinkedHashMap<>();
    private final List<EphemeralSettings.Item> items = new ArrayList<>();
    private @Nullable Path configuration;
    private @Nullable Instant start;
    private boolean realProcesses;

    /** @param permissions none: everything */
    void user(String id, List<String> permissions) {
        users.put(id, permissions);
        var _ = EphemeralSettings.configuration(
                users); // a permission that does not exist is said where it is asked for
    }

    void item(String path, boolean folder, @Nullable String document) {
        items.add(new EphemeralSettings.Item(path, folder, document));
    }

    void configuration(Path file) {
        configuration = file;
    }

    void startingAt(Instant time) {
        start = time;
    }

    void realProcesses() {
        realProcesses = true;
    }

    EphemeralSettings settings() {
        var begin = start == null ? InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS) : start;
        var settings = EphemeralSettings.open(begin).with(configured());
        for (var id : users.keySet()) {
            var token = token();
            settings = settings.with(new EphemeralSettings.User(id, token, token));
        }
        for (var item : items) {
            settings = settings.with(item);
        }
        return realProcesses ? settings.withRealProcesses() : settings;
    }

    private Configuration configured() {
        return configuration == null
                ? EphemeralSettings.configuration(users)
                : ConfigurationFile.read(configuration, System.getenv());
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return "11" + HexFormat.of().formatHex(bytes);
    }
}
