package hobson.engine.user;

import org.jspecify.annotations.Nullable;

/** The caller lacks a permission on something that it may know to exist. Nothing was changed. */
public final class Denied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final transient @Nullable Permission permission;

    /** @param permission null when naming it would say too much */
    public Denied(Caller caller, @Nullable Permission permission) {
        super(caller.name() + " is missing the permission " + permission, null, false, false);
        this.caller = caller;
        this.permission = permission;
    }

    public Caller caller() {
        return caller;
    }

    public @Nullable Permission permission() {
        return permission;
    }
}
