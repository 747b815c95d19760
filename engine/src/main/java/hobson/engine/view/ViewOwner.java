package hobson.engine.view;

import hobson.engine.item.Folder;
import hobson.engine.user.Guarded;
import hobson.engine.user.Scope;
import org.jspecify.annotations.Nullable;

/** Where views are. */
public sealed interface ViewOwner extends Guarded {
    /** The folder whose items the views select; null for those at the top. */
    default @Nullable Folder folder() {
        return null;
    }

    @Override
    default @Nullable Scope scope() {
        var folder = folder();
        return folder == null ? null : folder.scope();
    }

    /** The server itself. */
    record Top() implements ViewOwner {}

    /** A folder. */
    record Inside(Folder folder) implements ViewOwner {}

    /** A user, who has views of nobody else's. */
    record Person(String id) implements ViewOwner {}
}
