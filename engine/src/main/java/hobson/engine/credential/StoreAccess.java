package hobson.engine.credential;

import hobson.engine.item.ItemRegistry;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;

/**
 * Who may do what with a store: what the server's rule says of the server's own, what it says of a folder for the folder's, and the
 * user alone everything with the user's.
 */
public final class StoreAccess implements CredentialAccess {
    private final Authorization authorization;
    private final ItemRegistry items;

    public StoreAccess(Authorization authorization, ItemRegistry items) {
        this.authorization = authorization;
        this.items = items;
    }

    @Override
    public boolean allows(Caller caller, Permission permission, CredentialOwner owner) {
        return switch (owner.kind()) {
            case SYSTEM -> authorization.allows(caller, permission);
            case FOLDER ->
                items.item(Long.parseLong(owner.key()))
                        .filter(folder -> authorization.allows(caller, permission, folder))
                        .isPresent();
            case USER -> !caller.anonymous() && owner.equals(CredentialOwner.user(caller.name()));
        };
    }
}
