package hobson.engine.item;

import hobson.engine.user.Guarded;
import hobson.engine.user.OwnGrants;
import hobson.engine.user.Scope;
import org.jspecify.annotations.Nullable;

/** What has a name and a document of its own: a job, or a folder of items. An immutable snapshot; the registry replaces it. */
public sealed interface Item extends Guarded permits Job, Folder {
    /** Never reused and never changed by a rename; jobs and folders share the numbers. */
    long id();

    ItemPath path();

    /** Grows with every change of the item's configuration, name or state; not with builds. */
    long version();

    /** What the item's document defines, in the words of the format that reads it. */
    String kind();

    @Nullable
    String displayName();

    boolean disabled();

    /** Being deleted: refuses changes. */
    boolean closing();

    /** What its document says of the permissions to it. */
    @Nullable
    OwnGrants grants();

    Item renamed(ItemPath to);

    Item within(@Nullable Scope scope);

    Item closing(boolean closing);

    default String name() {
        return path().name();
    }

    /** The configured display name, else the name. */
    default String label() {
        var configured = displayName();
        return configured == null ? path().name() : configured;
    }
}
