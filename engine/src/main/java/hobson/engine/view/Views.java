package hobson.engine.view;

import hobson.engine.Refusal;
import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.item.ItemRegistry;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.engine.view.View.Shape;
import java.util.List;
import java.util.Optional;

/** The views of the server, of folders and of users, as callers may see them. Waits for nothing but a folder's document. */
public final class Views {
    private final ViewSets sets;
    private final ViewFormat format;
    private final ItemRegistry items;
    private final Authorization authorization;
    private final NamePatterns patterns = new NamePatterns();

    public Views(ViewSets sets, ViewFormat format, ItemRegistry items, Authorization authorization) {
        this.sets = sets;
        this.format = format;
        this.items = items;
        this.authorization = authorization;
    }

    public void load() {
        sets.load();
    }

    /** Every view of the owner, by name, whoever asks. */
    public ViewSet of(ViewOwner owner) {
        return sets.of(owner);
    }

    /** The views in that one; those of the owner when the path has no names. */
    public ViewSet inside(ViewPath path) {
        var set = sets.of(path.owner());
        for (var name : path.names()) {
            set = set.find(name).map(View::shape).orElse(null) instanceof Shape.Nested(var inner)
                    ? inner
                    : ViewSet.NONE;
        }
        return set;
    }

    /** The view at the end of the path, whoever asks; the one of all items is also called {@code All} at the top. */
    public Optional<View> find(ViewPath path) {
        if (path.names().isEmpty()) {
            return sets.of(path.owner()).primary();
        }
        var set = inside(new ViewPath(path.owner(), path.outer()));
        var name = path.names().getLast();
        return set.find(name)
                .or(() -> name.equals("All") && path.owner() instanceof ViewOwner.Top
                        ? set.views().stream()
                                .filter(view -> view.shape() instanceof Shape.All)
                                .findFirst()
                        : Optional.empty());
    }

    /** The view for that caller; {@code NOT_FOUND} when there is none or the caller may not know of it. */
    public View visible(Caller caller, ViewPath path) {
        return find(path)
                .filter(view -> path.names().isEmpty() || isVisible(caller, path.owner(), view))
                .orElseThrow(
                        () -> missing(path.names().isEmpty() ? "" : path.names().getLast()));
    }

    /** Whether the caller may know of the view: by a permission, or by an item that it shows ({@code security.md §8.1}). */
    public boolean isVisible(Caller caller, ViewOwner owner, View view) {
        if (owner instanceof ViewOwner.Person(var id)) {
            return isOwn(caller, id);
        }
        return authorization.allows(caller, Permission.VIEW_READ, owner)
                || authorization.allows(caller, Permission.VIEW_CONFIGURE, owner)
                || sets.of(owner).primary().filter(view::equals).isPresent()
                || !items(caller, owner, view).isEmpty();
    }

    /** What the caller who has said nothing is called is no user's id. */
    private boolean isOwn(Caller caller, String id) {
        return (!caller.anonymous() && caller.name().equalsIgnoreCase(id))
                || authorization.allows(caller, Permission.ADMINISTER);
    }

    /** The items of the view that the caller may read, by name. */
    public List<Item> items(Caller caller, ViewOwner owner, View view) {
        var folder = owner.folder();
        return switch (view.shape()) {
            case Shape.All _ -> items.list(caller, folder);
            case Shape.Mine _ ->
                items.list(caller, folder).stream()
                        .filter(item -> authorization.allows(caller, Permission.JOB_CONFIGURE, item))
                        .toList();
            case Shape.Proxy(var name) ->
                sets.of(new ViewOwner.Top())
                        .find(name)
                        .filter(target -> !(target.shape() instanceof Shape.Proxy))
                        .map(target -> items(caller, new ViewOwner.Top(), target))
                        .orElse(List.of());
            case Shape.Nested _ -> List.of();
            case Shape.Listed listed -> {
                var selection = Selection.of(listed, patterns);
                var path = folder == null ? null : folder.path();
                var candidates = listed.recursive() ? items.readable(caller, folder) : items.list(caller, folder);
                yield candidates.stream()
                        .filter(item -> selection.selects(item, path))
                        .toList();
            }
        };
    }

    /** The view as a document. */
    public byte[] document(Caller caller, ViewPath path) {
        var view = visible(caller, path);
        require(caller, Permission.VIEW_READ, path.owner());
        return format.write(view);
    }

    void require(Caller caller, Permission permission, ViewOwner owner) {
        if (owner instanceof ViewOwner.Person(var id)) {
            if (!isOwn(caller, id)) {
                throw new Denied(caller, Permission.ADMINISTER);
            }
        } else {
            authorization.require(caller, permission, now(owner));
        }
    }

    /** Other grants may hold for a folder since the request came. */
    private ViewOwner now(ViewOwner owner) {
        return owner instanceof ViewOwner.Inside(var folder) ? new ViewOwner.Inside((Folder) items.now(folder)) : owner;
    }

    static Refusal missing(String name) {
        return Refusal.notFound("there is no view ‘" + name + "’");
    }
}
