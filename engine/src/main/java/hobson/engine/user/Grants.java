package hobson.engine.user;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Permissions by user and by group. The groups are {@code authenticated} and {@code anonymous}; what the anonymous caller may do,
 * everybody may. Immutable.
 *
 * @param users by id; letter case does not count
 * @param groups by name; letter case does not count
 */
public record Grants(Map<String, Set<Permission>> users, Map<String, Set<Permission>> groups) {
    public static final Grants NONE = new Grants(Map.of(), Map.of());

    private static final String EVERYBODY = "anonymous";
    private static final String KNOWN = "authenticated";

    public Grants {
        users = lowerCased(users);
        groups = lowerCased(groups);
    }

    /** Whether the permission, or one that implies it, is granted to the caller here. */
    boolean allow(Caller caller, Permission permission) {
        var held = held(caller);
        for (var sought = permission; sought != null; sought = sought.impliedBy()) {
            for (var some : held) {
                if (some.contains(sought)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether anybody holds exactly this permission. */
    boolean mention(Permission permission) {
        return users.values().stream().anyMatch(held -> held.contains(permission))
                || groups.values().stream().anyMatch(held -> held.contains(permission));
    }

    private List<Set<Permission>> held(Caller caller) {
        var held = new ArrayList<Set<Permission>>(4);
        add(held, users.get(EVERYBODY));
        add(held, groups.get(EVERYBODY));
        if (!caller.anonymous()) {
            add(held, groups.get(KNOWN));
            add(held, users.get(key(caller.name())));
        }
        return held;
    }

    private static void add(List<Set<Permission>> held, @Nullable Set<Permission> more) {
        if (more != null) {
            held.add(more);
        }
    }

    private static Map<String, Set<Permission>> lowerCased(Map<String, Set<Permission>> holders) {
        var lowerCased = new HashMap<String, Set<Permission>>();
        holders.forEach((name, held) -> lowerCased
                .computeIfAbsent(key(name), _ -> EnumSet.noneOf(Permission.class))
                .addAll(held));
        return Map.copyOf(lowerCased);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Collects lines. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Set<Permission>> users = new HashMap<>();
        private final Map<String, Set<Permission>> groups = new HashMap<>();

        public Builder add(Grant.Holder holder, String name, Permission permission) {
            if (holder != Grant.Holder.GROUP) {
                add(users, name, permission);
            }
            if (holder != Grant.Holder.USER) {
                add(groups, name, permission);
            }
            return this;
        }

        /** Adds a line; one about a permission that is not known here changes nothing. */
        public Builder add(Grant grant) {
            PermissionNames.find(grant.permission())
                    .ifPresent(permission -> add(grant.holder(), grant.name(), permission));
            return this;
        }

        public Grants build() {
            return new Grants(users, groups);
        }

        private static void add(Map<String, Set<Permission>> holders, String name, Permission permission) {
            holders.computeIfAbsent(name, _ -> EnumSet.noneOf(Permission.class)).add(permission);
        }
    }
}
