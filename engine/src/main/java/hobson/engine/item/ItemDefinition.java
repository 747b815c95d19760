package hobson.engine.item;

import hobson.engine.user.OwnGrants;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an item's document says, typed. The document itself is kept as it was posted; this is what the engine acts on. */
public sealed interface ItemDefinition permits JobDefinition, FolderDefinition {
    /** What the document defines, in the words of its format. */
    String kind();

    @Nullable
    String description();

    @Nullable
    String displayName();

    boolean disabled();

    /** Everything known that the document contains, in its order; the wire shows those parts it knows. */
    List<Object> parts();

    /** The document contains secrets, so it is encrypted at rest and masked for who may not configure. */
    boolean holdsSecrets();

    /** The first part of that type, if the document has one. */
    default <T> Optional<T> part(Class<T> type) {
        return parts().stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    default @Nullable OwnGrants grants() {
        return part(OwnGrants.class).orElse(null);
    }
}
