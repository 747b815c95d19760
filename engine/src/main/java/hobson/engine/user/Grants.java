package hobson.engine.user;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Permissions by user and by group. The groups are {@code authenticated} and {@code anonymous}; what the anonymous caller may do,
 * everybody may.
 *
 * @param users by lower-cased id
 */
public record Grants(Map<String, Set<Permission>> users, Map<String, Set<Permission>> groups) {
    public static final Grants NONE = new Grants(Map.of(), Map.of());

    public Grants {
        users = Map.copyOf(users);
        groups = Map.copyOf(groups);
    }

    /** Whether the permission, or one that implies it, is granted to the caller here. */
    boolean allow(Caller caller, Permission permission) {
        for (var sought = permission; sought != null; sought = sought.impliedBy()) {
            if (name(caller, sought)) {
                return true;
            }
        }
        return false;
    }

    private boolean name(Caller caller, Permission permission) {
        if (has(users, "anonymous", permission) || has(groups, "anonymous", permission)) {
            return true;
        }
        return !caller.anonymous()
                && (has(users, caller.name().toLowerCase(Locale.ROOT), permission)
                        || has(groups, "authenticated", permission));
    }

    private static boolean has(Map<String, Set<Permission>> grants, String name, Permission permission) {
        return grants.getOrDefault(name, Set.of()).contains(permission);
    }
}
