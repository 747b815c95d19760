package hobson.engine.user;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rule by which callers are allowed things. */
public sealed interface Authorization {
    boolean allows(Caller caller, Permission permission);

    /** Whether the caller is allowed that with this object; with the server itself when it is null. */
    default boolean allows(Caller caller, Permission permission, @Nullable Guarded object) {
        return allows(caller, permission);
    }

    /** Whether callers are told apart at all. */
    default boolean secured() {
        return true;
    }

    /**
     * The permission that is asked for in fact: {@link Permission#JOB_WIPE_OUT} and {@link Permission#BUILD_ARTIFACTS} count where the
     * server's rule grants them to anybody; elsewhere, who may build may wipe out, and who may read sees artifacts.
     */
    default Permission inUse(Permission permission) {
        var standIn = permission.standIn();
        return standIn == null ? permission : standIn;
    }

    /** Throws {@link Denied} unless the caller is allowed. */
    default void require(Caller caller, Permission permission) {
        if (!allows(caller, permission)) {
            throw new Denied(caller, inUse(permission));
        }
    }

    /** As {@link #require(Caller, Permission)}, with this object. */
    default void require(Caller caller, Permission permission, @Nullable Guarded object) {
        if (!allows(caller, permission, object)) {
            throw new Denied(caller, inUse(permission));
        }
    }

    /** Throws {@link Denied}, which then names no permission, unless the caller is allowed one of them. */
    default void requireAny(Caller caller, Permission one, Permission other) {
        if (!allows(caller, one) && !allows(caller, other)) {
            throw new Denied(caller, null);
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
        private static final Grants READING =
                new Grants(Map.of(), Map.of("anonymous", Set.of(Permission.GENERIC_READ)));

        @Override
        public boolean allows(Caller caller, Permission permission) {
            return !caller.anonymous() || (anonymousMayRead && READING.allow(caller, inUse(permission)));
        }
    }

    /** Permissions by user and by group, the same for every object. */
    record Matrix(Grants grants) implements Authorization {
        public Matrix(Map<String, Set<Permission>> users, Map<String, Set<Permission>> groups) {
            this(new Grants(users, groups));
        }

        @Override
        public boolean allows(Caller caller, Permission permission) {
            return caller.proof() == Caller.Proof.SYSTEM || grants.allow(caller, inUse(permission));
        }

        @Override
        public Permission inUse(Permission permission) {
            return permission.standIn() == null || grants.mention(permission)
                    ? permission
                    : Authorization.super.inUse(permission);
        }
    }

    /** As {@link Matrix}, and jobs and folders may say more. */
    record ProjectMatrix(Grants grants) implements Authorization {
        @Override
        public boolean allows(Caller caller, Permission permission) {
            return caller.proof() == Caller.Proof.SYSTEM || grants.allow(caller, inUse(permission));
        }

        @Override
        public boolean allows(Caller caller, Permission permission, @Nullable Guarded object) {
            var scope = object == null ? null : object.scope();
            return scope == null
                    ? allows(caller, permission)
                    : caller.proof() == Caller.Proof.SYSTEM || scope.allows(grants, caller, inUse(permission));
        }

        @Override
        public Permission inUse(Permission permission) {
            return permission.standIn() == null || grants.mention(permission)
                    ? permission
                    : Authorization.super.inUse(permission);
        }
    }
}
