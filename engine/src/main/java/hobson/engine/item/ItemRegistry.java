package hobson.engine.item;

import hobson.engine.Refusal;
import hobson.engine.item.ItemTree.Slot;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.engine.user.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Every item, in memory, as a tree. Reads never wait; changes of one item are made one after the other, under a lock of that
 * item's own. It is held until the store has the change, except for what only a job's builds are about.
 */
public final class ItemRegistry {
    private final ItemTree tree = new ItemTree();
    private final JobReferences references = new JobReferences();
    private final Authorization authorization;
    private final List<JobIndex> indexes;

    /** @param indexes what else has to know of every change of a job */
    public ItemRegistry(Authorization authorization, JobIndex... indexes) {
        this.authorization = authorization;
        this.indexes = List.of(indexes);
    }

    /** The item of that name, letter case aside; nobody's permission is asked. */
    public Optional<Item> item(ItemPath path) {
        return tree.item(path);
    }

    public Optional<Item> item(long id) {
        return tree.item(id);
    }

    /**
     * The item as it is at this moment: since somebody was let in to it, it may have moved to where they are not.
     *
     * @throws Refusal {@code NOT_FOUND} when it is gone
     */
    public Item now(Item item) {
        return item(item.id()).orElseThrow(() -> missing(item.path()));
    }

    /** As {@link #item(ItemPath)}, when it is a job. */
    public Optional<Job> find(ItemPath path) {
        return item(path).filter(Job.class::isInstance).map(Job.class::cast);
    }

    public Optional<Job> find(long id) {
        return tree.item(id).filter(Job.class::isInstance).map(Job.class::cast);
    }

    /** The folder that the item is in; empty at the top. */
    public Optional<Folder> folderOf(Item item) {
        return item.path().parent().flatMap(this::item).map(Folder.class::cast);
    }

    /**
     * The item for that caller, who must be able to read the folders that it is in.
     *
     * @throws Refusal {@code NOT_FOUND} when there is none or the caller may not know of it
     * @throws Denied when the caller may know of it and no more
     */
    public Item visibleItem(Caller caller, ItemPath path) {
        var at = tree.root();
        Item item = null;
        for (var name : path.segments()) {
            at = at.child(name);
            item = at == null ? null : at.item();
            if (at == null || item == null) {
                throw missing(path);
            }
            if (!authorization.allows(caller, Permission.JOB_READ, item)) {
                throw authorization.allows(caller, Permission.JOB_DISCOVER, item)
                        ? new Denied(caller, null)
                        : missing(path);
            }
        }
        return Objects.requireNonNull(item);
    }

    /** Whether the caller may read the item, and so the folders that it is in. */
    public boolean isReadable(Caller caller, Item item) {
        if (item.scope() == null) {
            return authorization.allows(caller, Permission.JOB_READ);
        }
        return authorization.allows(caller, Permission.JOB_READ, item)
                && folderOf(item).map(folder -> isReadable(caller, folder)).orElse(true);
    }

    /** As {@link #visibleItem}, when it is a job. */
    public Job visible(Caller caller, ItemPath path) {
        if (visibleItem(caller, path) instanceof Job job) {
            return job;
        }
        throw missing(path);
    }

    private static Refusal missing(ItemPath path) {
        return Refusal.notFound("there is no job ‘" + path + "’");
    }

    /** The items at the top that the caller may read, by name without regard to letter case. */
    public List<Item> list(Caller caller) {
        return list(caller, tree.root());
    }

    /** As {@link #list(Caller)}, of what is in the folder; at the top when that is null. */
    public List<Item> list(Caller caller, @Nullable Folder folder) {
        var slot = folder == null ? tree.root() : tree.slot(folder.id());
        return slot == null ? List.of() : list(caller, slot);
    }

    private List<Item> list(Caller caller, Slot folder) {
        var items = new ArrayList<Item>();
        boolean generally = authorization.allows(caller, Permission.JOB_READ);
        folder.forEachChild(slot -> {
            var item = slot.item();
            if (item != null
                    && (item.scope() == null ? generally : authorization.allows(caller, Permission.JOB_READ, item))) {
                items.add(item);
            }
        });
        return items;
    }

    /** Every item that the caller may read, wherever it is; what is in a folder follows the folder. */
    public List<Item> readable(Caller caller) {
        return readable(caller, null);
    }

    /** As {@link #readable(Caller)}, below the folder. */
    public List<Item> readable(Caller caller, @Nullable Folder folder) {
        var items = new ArrayList<Item>();
        for (var item : list(caller, folder)) {
            items.add(item);
            if (item instanceof Folder inner) {
                items.addAll(readable(caller, inner));
            }
        }
        return items;
    }

    /** Every job that the caller may read, as {@link #readable}. */
    public List<Job> readableJobs(Caller caller) {
        return jobs(readable(caller));
    }

    public static List<Job> jobs(List<Item> items) {
        return items.stream().filter(Job.class::isInstance).map(Job.class::cast).toList();
    }

    /** Every job, wherever it is. */
    public List<Job> all() {
        return jobs(tree.all());
    }

    /** The item, and what is in it, however deep; a folder comes before what is in it. */
    public List<Item> within(Item item) {
        return tree.within(item.id());
    }

    JobReferences references() {
        return references;
    }

    private void tell(@Nullable Item before, @Nullable Item after) {
        if (before instanceof Job || after instanceof Job) {
            references.replace((Job) before, (Job) after);
            indexes.forEach(index -> index.replace((Job) before, (Job) after));
        }
    }

    /** Takes in an item that the store has; the folder that it is in is there already. */
    void put(Item item) {
        var slot = tree.place(item);
        var scoped = scoped(slot, item);
        slot.replace(scoped);
        tree.number(item, slot);
        tell(null, item);
        if (!Objects.equals(scoped(slot, item).scope(), scoped.scope())) { // its folder was configured meanwhile
            change(item.id(), now -> scoped(slot, now));
        }
    }

    private static Item scoped(Slot slot, Item item) {
        var outer = slot.outer();
        var above = outer == null ? null : outer.scope();
        return item.within(Scope.of(item.grants(), above, !item.path().isTopLevel()));
    }

    /** Keeps the name for an item that is about to be stored; false when another has it. */
    boolean reserve(ItemPath path) {
        return tree.reserve(path);
    }

    /** Gives up a name that was reserved and that no item has got since. */
    void release(ItemPath path) {
        tree.release(path);
    }

    /** Puts an item, with all that is in it, where its name was reserved. The paths of what is in it are the caller's to change. */
    void move(Item before, Item after) {
        tree.move(before, after);
    }

    /** The item is gone, with all that is in it. */
    void remove(Item item) {
        var last = item(item.id()).orElse(item);
        for (var gone : within(item)) {
            var slot = tree.forget(gone);
            if (slot != null) {
                clear(slot);
            }
        }
        tree.free(last.path());
    }

    private void clear(Slot slot) {
        slot.lock.lock();
        try {
            tell(slot.item(), null);
            slot.replace(null);
        } finally {
            slot.lock.unlock();
        }
    }

    /**
     * Replaces a job by what {@code change} makes of it; {@code change} writes to the store and runs under the job's lock.
     *
     * @throws Refusal {@code NOT_FOUND} when the job is gone
     */
    public Job update(long id, UnaryOperator<Job> change) {
        return (Job) change(id, item -> change.apply((Job) item));
    }

    /** As {@link #update}, for any item. */
    Item change(long id, UnaryOperator<Item> change) {
        var slot = tree.slot(id);
        if (slot == null) {
            throw Refusal.notFound("the job is gone");
        }
        slot.lock.lock();
        try {
            var item = slot.item();
            if (item == null) {
                throw Refusal.notFound("the job is gone");
            }
            var changed = change.apply(item);
            if (!Objects.equals(changed.grants(), item.grants())
                    || !changed.path().equals(item.path())) {
                changed = scoped(slot, changed);
            }
            slot.replace(changed);
            if (changed.version() != item.version()) {
                tell(item, changed);
            }
            if (!Objects.equals(changed.scope(), item.scope())) {
                slot.forEachChild(child -> {
                    var inner = child.item();
                    if (inner != null) {
                        change(inner.id(), now -> scoped(child, now));
                    }
                });
            }
            return changed;
        } finally {
            slot.lock.unlock();
        }
    }
}
