package hobson.server.configuration;

import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code jenkins.authorizationStrategy}. */
final class AuthorizationReader {
    private static final List<String> STRATEGIES = List.of("unsecured", "loggedInUsersCanDoAnything", "globalMatrix");

    /** {@code USER:Job/Build:bob}, {@code GROUP:Job/Read:authenticated}, or without a type, for a user or group of that name. */
    private static final Pattern GRANT = Pattern.compile("(?:(USER|GROUP):)?([^:]+/[^:]+):(.+)");

    private final Map<String, Set<Permission>> users = new HashMap<>();
    private final Map<String, Set<Permission>> groups = new HashMap<>();

    private AuthorizationReader() {}

    static Authorization read(Value at) {
        if (at.isScalar()) {
            return read(at, at.text(), null);
        }
        var strategy = at.section(STRATEGIES.toArray(String[]::new)).only(at);
        var details = strategy.getValue();
        return read(at, strategy.getKey(), details.isAbsent() ? null : details);
    }

    private static Authorization read(Value at, String strategy, @Nullable Value details) {
        return switch (strategy) {
            case "unsecured" -> {
                if (details != null) {
                    details.section();
                }
                yield new Authorization.Unsecured();
            }
            case "loggedInUsersCanDoAnything" -> new Authorization.LoggedIn(anonymousMayRead(details));
            case "globalMatrix" -> {
                if (details == null) {
                    throw at.wrong("'globalMatrix' needs 'entries': without one nobody may do anything");
                }
                yield new AuthorizationReader().matrix(details);
            }
            default -> throw at.wrong("is one of " + String.join(", ", STRATEGIES) + ", not '" + strategy + "'");
        };
    }

    /** As in Jenkins anonymous callers may read unless the file says otherwise. */
    private static boolean anonymousMayRead(@Nullable Value details) {
        return details == null
                || details.section("allowAnonymousRead")
                        .value("allowAnonymousRead")
                        .map(Value::flag)
                        .orElse(true);
    }

    private Authorization.Matrix matrix(Value details) {
        var section = details.section("entries", "permissions");
        section.value("entries").ifPresent(entries -> entries.list().forEach(this::entry));
        section.value("permissions").ifPresent(grants -> grants.list().forEach(this::grant));
        return new Authorization.Matrix(users, groups);
    }

    private void entry(Value at) {
        var kind = at.section("user", "group").only(at);
        var holder = kind.getValue().section("name", "permissions");
        var name = holder.required(kind.getValue(), "name").text();
        boolean user = kind.getKey().equals("user");
        for (var permission : holder.required(kind.getValue(), "permissions").list()) {
            grant(permission, permission.text(), user ? users : groups, user ? key(name) : name);
        }
    }

    private void grant(Value at) {
        var grant = GRANT.matcher(at.text());
        if (!grant.matches()) {
            throw at.wrong("is written USER:Job/Build:name or GROUP:Job/Build:name, not '" + at.text() + "'");
        }
        if (!"GROUP".equals(grant.group(1))) {
            grant(at, grant.group(2), users, key(grant.group(3)));
        }
        if (!"USER".equals(grant.group(1))) {
            grant(at, grant.group(2), groups, grant.group(3));
        }
    }

    private static void grant(Value at, String permission, Map<String, Set<Permission>> holders, String holder) {
        var granted = holders.computeIfAbsent(holder, _ -> EnumSet.noneOf(Permission.class));
        PermissionNames.read(at, permission).ifPresent(granted::add);
    }

    private static String key(String user) {
        return user.toLowerCase(Locale.ROOT);
    }
}
