package hobson.engine.user;

import org.jspecify.annotations.Nullable;

/**
 * Where permissions are decided: an object's own grants over those of what it is in, up to the server's. Immutable; objects that say
 * nothing share the scope of their folder.
 *
 * @param parent null when nothing between the object and the server says anything
 * @param nested whether the object is in a folder: then its own grants do not make it readable, the folder's do
 */
public record Scope(OwnGrants own, @Nullable Scope parent, boolean nested) {

    /** Of an object with those grants of its own; null when there are none at all. */
    public static @Nullable Scope of(@Nullable OwnGrants own, @Nullable Scope parent, boolean nested) {
        return own == null ? parent : new Scope(own, parent, nested);
    }

    boolean allows(Grants server, Caller caller, Permission permission) {
        boolean reading = nested && (permission == Permission.JOB_READ || permission == Permission.JOB_DISCOVER);
        boolean granted = own.grants().allow(caller, permission);
        return switch (own.inheritance()) {
            case PARENT -> (granted && !reading) || above(server, caller, permission);
            case GLOBAL ->
                (granted || server.allow(caller, permission)) && (!reading || above(server, caller, permission));
            case NONE ->
                server.allow(caller, Permission.ADMINISTER)
                        || (granted && (!reading || above(server, caller, permission)));
        };
    }

    private boolean above(Grants server, Caller caller, Permission permission) {
        return parent == null ? server.allow(caller, permission) : parent.allows(server, caller, permission);
    }
}
