package hobson.server;

import hobson.engine.settings.Settings;
import hobson.engine.user.Authorization;
import hobson.engine.user.Grant;
import hobson.engine.user.Grants;
import hobson.engine.user.Permission;
import hobson.engine.user.PermissionNames;
import hobson.server.configuration.Configuration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server is like that exists for a test. Immutable.
 *
 * @param port 0 for any that is free
 * @param prefix empty, or a path with a slash in front and none at its end
 * @param configuration settings and permissions; its accounts are there besides {@code users}
 * @param users with tokens of their own
 * @param items in the order in which they are made
 * @param start what the clock shows at the beginning
 * @param realProcesses jobs without a script run what their definitions say
 * @param patience how long, by the clock of the machine, the server may take to come to rest
 */
public record EphemeralSettings(
        String address,
        int port,
        String prefix,
        Configuration configuration,
        List<User> users,
        List<Item> items,
        Instant start,
        boolean realProcesses,
        Duration patience) {
    public EphemeralSettings {
        users = List.copyOf(users);
        items = List.copyOf(items);
    }

    /**
     * An account.
     *
     * @param token {@code 11} and 32 hexadecimal digits
     */
    public record User(String id, String password, String token) {
        @Override
        public String toString() {
            return "User[" + id + "]";
        }
    }

    /**
     * A job or a folder; the folders that it is in are made when they are not there.
     *
     * @param document null for an empty one of the kind
     */
    public record Item(
            String path, boolean folder, @Nullable String document) {}

    /** On a free port of this machine, open to everybody, without quiet periods and crumbs. */
    public static EphemeralSettings open(Instant start) {
        var configuration = configuration(false, new Authorization.Unsecured());
        return new EphemeralSettings(
                "127.0.0.1", 0, "", configuration, List.of(), List.of(), start, false, Duration.ofSeconds(20));
    }

    /**
     * Without quiet periods, and otherwise as without a file.
     *
     * @param crumbs whether what comes without a token needs one to change anything
     */
    public static Configuration configuration(boolean crumbs, Authorization authorization) {
        var standard = Settings.DEFAULT;
        var settings = new Settings(
                standard.systemMessage(),
                standard.executors(),
                standard.labels(),
                standard.exclusive(),
                0,
                standard.rootUrl(),
                crumbs,
                standard.signupAllowed(),
                standard.remembersLogins(),
                standard.uploadLimit(),
                standard.notices());
        var rest = Configuration.DEFAULT;
        return new Configuration(
                settings,
                authorization,
                rest.accounts(),
                rest.store(),
                rest.sshPort(),
                rest.sources(),
                rest.variables());
    }

    /**
     * For users of whom each may do what is said.
     *
     * @param permissions by user, as {@code Job/Build}; none: everything
     * @throws IllegalArgumentException with a sentence, when there is no such permission
     */
    public static Configuration configuration(Map<String, List<String>> permissions) {
        if (permissions.isEmpty()) {
            return configuration(false, new Authorization.Unsecured());
        }
        if (permissions.values().stream().allMatch(List::isEmpty)) {
            return configuration(true, new Authorization.LoggedIn(false));
        }
        var grants = new Grants.Builder();
        permissions.forEach((user, names) -> {
            for (var name : names.isEmpty() ? List.of("Overall/Administer") : names) {
                grants.add(Grant.Holder.USER, user, permission(name));
            }
        });
        return configuration(true, new Authorization.ProjectMatrix(grants.build()));
    }

    private static Permission permission(String name) {
        return PermissionNames.find(name)
                .orElseThrow(() -> new IllegalArgumentException("There is no permission '" + name + "'; there are "
                        + String.join(", ", PermissionNames.titles())));
    }

    public EphemeralSettings at(String otherAddress, int otherPort, String otherPrefix) {
        return new EphemeralSettings(
                otherAddress, otherPort, otherPrefix, configuration, users, items, start, realProcesses, patience);
    }

    public EphemeralSettings with(Configuration other) {
        return new EphemeralSettings(address, port, prefix, other, users, items, start, realProcesses, patience);
    }

    public EphemeralSettings with(User user) {
        return new EphemeralSettings(
                address, port, prefix, configuration, more(users, user), items, start, realProcesses, patience);
    }

    public EphemeralSettings with(Item item) {
        return new EphemeralSettings(
                address, port, prefix, configuration, users, more(items, item), start, realProcesses, patience);
    }

    public EphemeralSettings startingAt(Instant other) {
        return new EphemeralSettings(
                address, port, prefix, configuration, users, items, other, realProcesses, patience);
    }

    public EphemeralSettings withRealProcesses() {
        return new EphemeralSettings(address, port, prefix, configuration, users, items, start, true, patience);
    }

    private static <T> List<T> more(List<T> list, T one) {
        var longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
