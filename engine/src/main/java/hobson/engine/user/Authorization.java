package hobson.engine.user;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rule by which callers are allowed things. */
public sealed interface Authorization {
    boolean allows(Caller caller, Permission permission);

    /** Whether callers are told apart at all. */
    default boolean secured() {
        return true;
    }

    /** Throws {@link Denied} unless the caller is allowed. */
    default void require(Caller caller, Permission permission) {
        if (!allows(caller, permission)) {
            throw new Denied(caller, permission);
        }
    }

    /** Everybody may do everything. */
    record Unsecured() implements Authorization {
        @Override
        public boolean allows(Caller caller, Permission permission) {
            return true;
        }

        @Override
        public boolean secured() {
            return false;
        }
    }

    /** Who has logged in may do everything; the others may look, or not even that. */
    record LoggedIn(boolean anonymousMayRead) implements Authorization {
        private static final Set<Permission> READING = Set.of(
                Permission.READ,
                Permission.JOB_READ,
                Permission.JOB_DISCOVER,
                Permission.JOB_WORKSPACE,
                Permission.VIEW_READ);

        @Override
        public boolean allows(Caller caller, Permission permission) {
            return !caller.anonymous() || (anonymousMayRead && READING.contains(permission));
        }
    }

    /**
     * Permissions by user and by group. The groups are {@code authenticated} and {@code anonymous}; what the anonymous caller may
     * do, everybody may.
     *
     * @param users by lower-cased id
     */
    record Matrix(Map<String, Set<Permission>> users, Map<String, Set<Permission>> groups) implements Authorization {
        public Matrix {
            users = Map.copyOf(users);
            groups = Map.copyOf(groups);
        }

        @Override
        public boolean allows(Caller caller, Permission permission) {
            if (caller.proof() == Caller.Proof.SYSTEM) {
                return true;
            }
            for (var sought = permission; sought != null; sought = sought.impliedBy()) {
                if (grants(caller, sought)) {
                    return true;
                }
            }
            return false;
        }

        private boolean grants(Caller caller, Permission permission) {
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
}
