package hobson.engine.credential;

import hobson.engine.user.Caller;
import hobson.engine.user.Permission;

/** Decides what callers may do with a store. Used by many threads. */
@FunctionalInterface
public interface CredentialAccess {
    boolean allows(Caller caller, Permission permission, CredentialOwner owner);
}
