package hobson.server.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the server is to run.
 *
 * @param port 0 for any that is free
 * @param sshPort 0 for any that is free, -1 for none; null when the configuration decides
 * @param prefix empty, or a path with a slash in front and none at its end
 * @param home of a lasting server
 * @param store JDBC address; null when the configuration or the home decides
 */
public record ServeOptions(
        Path home,
        String address,
        int port,
        @Nullable Integer sshPort,
        String prefix,
        @Nullable Path config,
        @Nullable String store,
        boolean open,
        boolean discovery,
        boolean accessLog,
        Kind kind) {
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*){0,10}");

    static ServeOptions of(Map<Option, String> given, Environment environment) {
        var store = given.get(Option.STORE);
        if (store != null && !store.startsWith("jdbc:postgresql:")) {
            throw new BadCommand(
                    "--store is the address of a PostgreSQL database, jdbc:postgresql://HOST/DATABASE, not '" + store
                            + "'");
        }
        var config = given.get(Option.CONFIG);
        return new ServeOptions(
                home(given.get(Option.HOME), environment),
                given.getOrDefault(Option.ADDRESS, "127.0.0.1"),
                port(Option.PORT, 0, given.getOrDefault(Option.PORT, "8080")),
                sshPort(given.get(Option.SSH_PORT)),
                prefix(given.getOrDefault(Option.PREFIX, "")),
                config == null ? null : path("--config", config),
                store,
                given.containsKey(Option.OPEN),
                given.containsKey(Option.DISCOVERY),
                given.containsKey(Option.ACCESS_LOG),
                kind(given));
    }

    /** What the server is for. */
    public enum Kind {
        LASTING,
        /** For tests: builds are scripted. */
        EPHEMERAL,
        /** For tests: builds that are not scripted are run. */
        EPHEMERAL_WITH_PROCESSES
    }

    private static Kind kind(Map<Option, String> given) {
        boolean processes = given.containsKey(Option.REAL_PROCESSES);
        if (!given.containsKey(Option.EPHEMERAL)) {
            if (processes) {
                throw new BadCommand("--real-processes belongs to --ephemeral; without, every process is real");
            }
            return Kind.LASTING;
        }
        for (var option : List.of(Option.HOME, Option.STORE, Option.DISCOVERY, Option.SSH_PORT)) {
            if (given.containsKey(option)) {
                throw new BadCommand(option.flag() + " makes no sense with --ephemeral, which keeps nothing");
            }
        }
        return processes ? Kind.EPHEMERAL_WITH_PROCESSES : Kind.EPHEMERAL;
    }

    private static Path home(@Nullable String given, Environment environment) {
        if (given != null) {
            return path("--home", given);
        }
        var variable = environment.variables().get("HOBSON_HOME");
        return variable == null ? environment.userFolder().resolve(".hobson") : path("HOBSON_HOME", variable);
    }

    static Path path(String what, String text) {
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new BadCommand(what + " is a path, not '" + text.replaceAll("\\p{Cntrl}", "?") + "'");
    }

    private static @Nullable Integer sshPort(@Nullable String given) {
        return given == null ? null : port(Option.SSH_PORT, -1, given);
    }

    private static int port(Option option, int least, String text) {
        try {
            int port = Integer.parseInt(text);
            if (least <= port && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadCommand(option.flag() + " is a number from " + least + " to 65535, not '" + text + "'");
    }

    private static String prefix(String text) {
        var bare = text.replaceAll("^/+|/+$", "");
        var prefix = bare.isEmpty() ? "" : "/" + bare;
        if (!PREFIX.matcher(prefix).matches()) {
            throw new BadCommand("--prefix is a path of letters, digits and . _ ~ -, as /ci, not '" + text + "'");
        }
        return prefix;
    }
}
