package hobson.server.configuration;

import hobson.engine.user.Authorization;
import hobson.engine.user.Grant;
import hobson.engine.user.Grants;
import hobson.engine.user.Permission;
import hobson.engine.user.PermissionNames;
import hobson.server.spelling.Spelling;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code jenkins.authorizationStrategy}. */
final class AuthorizationReader {
    private static final List<String> STRATEGIES =
            List.of("unsecured", "legacy", "loggedInUsersCanDoAnything", "globalMatrix", "projectMatrix");

    /** Everybody reads, {@code admin} does everything else. */
    private static final Authorization LEGACY = new Authorization.Matrix(new Grants.Builder()
            .add(Grant.Holder.GROUP, "anonymous", Permission.GENERIC_READ)
            .add(Grant.Holder.EITHER, "admin", Permission.ADMINISTER)
            .build());

    private final Grants.Builder grants = new Grants.Builder();

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
            case "unsecured" -> plain(details, new Authorization.Unsecured());
            case "legacy" -> plain(details, LEGACY);
            case "loggedInUsersCanDoAnything" -> new Authorization.LoggedIn(anonymousMayRead(details));
            case "globalMatrix", "projectMatrix" -> {
                if (details == null) {
                    throw at.wrong("'" + strategy + "' needs 'entries': without one nobody may do anything");
                }
                var matrix = new AuthorizationReader().matrix(details);
                yield strategy.equals("projectMatrix")
                        ? new Authorization.ProjectMatrix(matrix)
                        : new Authorization.Matrix(matrix);
            }
            default -> throw at.wrong("is one of " + String.join(", ", STRATEGIES) + ", not '" + strategy + "'");
        };
    }

    private static Authorization plain(@Nullable Value details, Authorization strategy) {
        if (details != null) {
            details.section();
        }
        return strategy;
    }

    /** As in Jenkins anonymous callers may read unless the file says otherwise. */
    private static boolean anonymousMayRead(@Nullable Value details) {
        return details == null
                || details.section("allowAnonymousRead")
                        .value("allowAnonymousRead")
                        .map(Value::flag)
                        .orElse(true);
    }

    private Grants matrix(Value details) {
        var section = details.section("entries", "permissions", "grantedPermissions");
        section.value("entries").ifPresent(entries -> entries.list().forEach(this::entry));
        section.value("permissions").ifPresent(lines -> lines.list().forEach(this::line));
        section.value("grantedPermissions").ifPresent(lines -> lines.list().forEach(this::line));
        return grants.build();
    }

    private void entry(Value at) {
        var kind = at.section("user", "group").only(at);
        var holder = kind.getValue().section("name", "permissions");
        var name = holder.required(kind.getValue(), "name").text();
        boolean user = kind.getKey().equals("user");
        for (var permission : holder.required(kind.getValue(), "permissions").list()) {
            grant(permission, new Grant(user ? Grant.Holder.USER : Grant.Holder.GROUP, permission.text(), name));
        }
    }

    private void line(Value at) {
        grant(
                at,
                Grant.parse(at.text())
                        .orElseThrow(() -> at.wrong(
                                "is written USER:Job/Build:name or GROUP:Job/Build:name, not '" + at.text() + "'")));
    }

    private void grant(Value at, Grant grant) {
        permission(at, grant.permission())
                .ifPresent(permission -> grants.add(grant.holder(), grant.name(), permission));
    }

    /** Empty for one that has lost its meaning. */
    private static Optional<Permission> permission(Value at, String name) {
        var permission = PermissionNames.find(name);
        if (permission.isEmpty() && !PermissionNames.isObsolete(name)) {
            var known = PermissionNames.titles();
            var hint = Spelling.closest(name, known)
                    .map(word -> "; did you mean '" + word + "'?")
                    .orElse(".");
            throw at.wrong(
                    "names the unknown permission '" + name + "'" + hint + " Known here: " + String.join(", ", known));
        }
        return permission;
    }
}
