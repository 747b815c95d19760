package hobson.engine.view;

import hobson.engine.Expected;
import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.Item;
import hobson.engine.item.ItemNames;
import hobson.engine.item.ItemPath;
import hobson.engine.item.ItemRegistry;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.engine.view.View.Shape;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What callers do to views. Every method asks for the caller's permission first, has written what it changed when it returns, and
 * changes nothing when it throws. Changes are made one after the other.
 */
public final class ViewEdits {
    private final Views views;
    private final ViewSets sets;
    private final ViewFormat format;
    private final ViewLimits limits;
    private final ItemRegistry items;
    private final Predicate<String> users;
    private final InstantSource clock;

    /** @param users whether there is a user of that id */
    public ViewEdits(
            Views views,
            ViewSets sets,
            ViewFormat format,
            ItemRegistry items,
            Predicate<String> users,
            InstantSource clock) {
        this.views = views;
        this.sets = sets;
        this.format = format;
        this.limits = new ViewLimits(format);
        this.items = items;
        this.users = users;
        this.clock = clock;
    }

    /** As {@link #requireCreate}: before anything else is looked at. */
    public void require(Caller caller, Permission permission, ViewPath path) {
        require(caller, permission, path.owner());
    }

    private void require(Caller caller, Permission permission, ViewOwner owner) {
        views.require(caller, permission, owner);
        if (owner instanceof ViewOwner.Person(var id) && !users.test(id)) {
            throw Refusal.notFound("There is no user " + id);
        }
    }

    /** For callers that must say no before they read what was sent: also refuses a name that is bad or taken. */
    public void requireCreate(Caller caller, ViewPath parent, String name) {
        require(caller, Permission.VIEW_CREATE, parent.owner());
        var checked = ItemNames.checked(name);
        if (views.inside(parent).find(checked).isPresent()) {
            throw Refusal.badInput("A view already exists with the name \"" + checked + "\"");
        }
    }

    /** As {@link #requireCreate}: refuses a kind of views that there is not. */
    public void requireKind(String kind) {
        var _ = format.blank(kind);
    }

    public View create(Caller caller, ViewPath parent, String name, byte[] document) {
        requireCreate(caller, parent, name);
        return add(caller, parent, name, format.read(document));
    }

    /** As {@link #create}, of a view that was read before. */
    public View create(Caller caller, ViewPath parent, View view) {
        return add(caller, parent, view.name(), view);
    }

    /** What the document defines, for somebody who may create it there; it is not there before it is created. */
    public View read(Caller caller, ViewPath parent, byte[] document) {
        require(caller, Permission.VIEW_CREATE, parent.owner());
        return format.read(document);
    }

    /** An empty view of that kind. */
    public View create(Caller caller, ViewPath parent, String name, String kind) {
        requireCreate(caller, parent, name);
        return add(caller, parent, name, View.of(name, format.blank(kind)));
    }

    /** @param source the name of another view in the same place */
    public View copy(Caller caller, ViewPath parent, String name, String source) {
        var copied = views.inside(parent)
                .find(source)
                .filter(view -> views.isVisible(caller, parent.owner(), view))
                .orElseThrow(() -> Refusal.badInput("No such view: " + source));
        return add(caller, parent, name, copied);
    }

    private synchronized View add(Caller caller, ViewPath parent, String name, View view) {
        requireCreate(caller, parent, name);
        var named = view.named(ItemNames.checked(name));
        saveBounded(
                caller, parent.owner(), named.name(), set -> set.within(parent.names(), inner -> inner.with(named)));
        return named;
    }

    /**
     * Another document for the view, if the present one is as expected; its name and its kind stay.
     *
     * @return the document that it has now
     */
    public byte[] configure(Caller caller, ViewPath path, byte[] document, Expected expected) {
        var after = edit(caller, path, before -> {
            var read = format.read(document).named(before.name());
            if (!read.shape().getClass().equals(before.shape().getClass())) {
                throw Refusal.badInput("The document defines another kind of view than ‘" + before.name() + "’ is.");
            }
            expected.check(format.write(before));
            return read;
        });
        return format.write(after);
    }

    public void describe(Caller caller, ViewPath path, @Nullable String description) {
        edit(caller, path, view -> view.described(description));
    }

    public void addItem(Caller caller, ViewPath path, String name) {
        edit(caller, path, view -> {
            if (!(view.shape() instanceof Shape.Listed listed)) {
                throw Refusal.notFound("the view ‘" + view.name() + "’ does not list items by name");
            }
            var item = relative(caller, path.owner(), name, "known item");
            return view.shaped(new Names(listed).with(item));
        });
    }

    /** Lists an item that was made through the view, where the view lists items by name; who may make it may do that. */
    public synchronized void adopt(Caller caller, ViewPath path, Item item) {
        var folder = path.owner().folder();
        var name = Selection.relative(item.path(), folder == null ? null : folder.path());
        views.find(path)
                .filter(view -> view.shape() instanceof Shape.Listed)
                .ifPresent(view -> save(
                        caller,
                        path.owner(),
                        view.name(),
                        set -> set.within(
                                path.outer(),
                                inner -> inner.replacing(
                                        view.name(), view.shaped(new Names((Shape.Listed) view.shape()).with(name))))));
    }

    public void removeItem(Caller caller, ViewPath path, String name) {
        edit(caller, path, view -> {
            if (!(view.shape() instanceof Shape.Listed listed)) {
                throw Refusal.notFound("the view ‘" + view.name() + "’ does not list items by name");
            }
            var item = relative(caller, path.owner(), name, "known and readable item");
            return view.shaped(new Names(listed).without(item));
        });
    }

    /** The name by which the views of the owner call an item that is given relative to it, or by its full name. */
    private String relative(Caller caller, ViewOwner owner, String name, String what) {
        var folder = owner.folder();
        var base = folder == null ? null : folder.path();
        return readable(caller, ItemPath.in(base, "x"), name)
                .or(() -> readable(caller, ItemPath.in(null, "x"), name))
                .filter(item -> base == null || item.path().isWithin(base))
                .map(item -> Selection.relative(item.path(), base))
                .orElseThrow(() -> Refusal.badInput("Query parameter 'name' does not correspond to a " + what));
    }

    private Optional<Item> readable(Caller caller, ItemPath from, String name) {
        try {
            return Optional.of(items.visibleItem(caller, from.resolve(name)));
        } catch (Refusal | Denied | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Changes a view; it may have another name afterwards. */
    public synchronized View edit(Caller caller, ViewPath path, UnaryOperator<View> edit) {
        require(caller, Permission.VIEW_CONFIGURE, path.owner());
        var before =
                views.find(path).orElseThrow(() -> Views.missing(path.names().getLast()));
        var after = edit.apply(before);
        if (after.equals(before)) {
            return before;
        }
        if (!after.name().equals(before.name())
                && views.inside(new ViewPath(path.owner(), path.outer()))
                        .find(after.name())
                        .isPresent()) {
            throw Refusal.badInput("A view already exists with the name \"" + after.name() + "\"");
        }
        saveBounded(
                caller,
                path.owner(),
                after.name(),
                set -> set.within(path.outer(), inner -> inner.replacing(before.name(), after)));
        return after;
    }

    /** One view stays in every place, but for a nested one. */
    public synchronized void delete(Caller caller, ViewPath path) {
        views.require(caller, Permission.VIEW_DELETE, path.owner());
        var view = views.find(path).orElseThrow(() -> Views.missing(path.names().getLast()));
        if (path.outer().isEmpty() && sets.of(path.owner()).views().size() == 1) {
            throw Refusal.badInput("The view ‘" + view.name() + "’ is the last one: it cannot be deleted.");
        }
        save(caller, path.owner(), view.name(), set -> set.within(path.outer(), inner -> inner.without(view.name())));
    }

    /** An item has another name now, or ({@code to} is null) is gone. */
    public synchronized void follow(ItemPath from, @Nullable ItemPath to) {
        for (var owner : sets.ownersAbove(from)) {
            var folder = owner.folder();
            save(Caller.SYSTEM, owner, from.fullName(), set -> Names.follow(set, folder, from, to));
        }
    }

    private void saveBounded(Caller caller, ViewOwner owner, String changed, UnaryOperator<ViewSet> edit) {
        save(caller, owner, changed, limits.bounded(owner, edit));
    }

    private void save(Caller caller, ViewOwner owner, String changed, UnaryOperator<ViewSet> edit) {
        sets.change(caller, owner, changed, edit, new Change(clock.instant(), caller.name()));
    }
}
