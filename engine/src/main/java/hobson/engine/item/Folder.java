package hobson.engine.item;

import hobson.engine.user.OwnGrants;
import hobson.engine.user.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A folder as it is now, without its definition and without what is in it: the registry knows that.
 *
 * @param scope null when neither it nor the folders above it say anything of permissions
 */
public record Folder(
        long id,
        ItemPath path,
        long version,
        String kind,
        @Nullable String displayName,
        boolean disabled,
        boolean closing,
        @Nullable OwnGrants grants,
        @Nullable Scope scope)
        implements Item {

    /** As it is given to the store for the first time. */
    static Folder created(ItemPath path, FolderDefinition definition) {
        return new Folder(
                0,
                path,
                1,
                definition.kind(),
                definition.displayName(),
                definition.disabled(),
                false,
                definition.grants(),
                null);
    }

    public Folder withId(long id) {
        return new Folder(id, path, version, kind, displayName, disabled, closing, grants, scope);
    }

    @Override
    public Folder renamed(ItemPath to) {
        return new Folder(id, to, version + 1, kind, displayName, disabled, closing, grants, scope);
    }

    @Override
    public Folder within(@Nullable Scope scope) {
        return new Folder(id, path, version, kind, displayName, disabled, closing, grants, scope);
    }

    @Override
    public Folder closing(boolean closing) {
        return new Folder(id, path, version, kind, displayName, disabled, closing, grants, scope);
    }

    Folder configured(FolderDefinition definition) {
        return new Folder(
                id,
                path,
                version + 1,
                definition.kind(),
                definition.displayName(),
                definition.disabled(),
                closing,
                definition.grants(),
                scope);
    }
}
