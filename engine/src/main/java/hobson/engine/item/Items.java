package hobson.engine.item;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.ItemStore.Added;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.engine.user.Scope;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changes the tree of items: create, copy, delete; {@link Relocation} is the rest. Every method asks for the caller's permission first, has been
 * written to the store when it returns, and changes nothing when it throws ({@link Refusal}, {@link Denied}).
 *
 * <p>Whatever concerns a folder waits for the creations under way and lets no other begin. A folder that is null is the top.
 *
 * <p>300 lines: three changes, each with what forbids it, for one item and for a tree of them.
 */
public final class Items {
    private static final System.Logger LOG = System.getLogger(Items.class.getName());

    private final ItemRegistry registry;
    private final ItemStore store;
    private final ItemFormat format;
    private final Definitions definitions;
    private final JobGuard guard;
    private final Authorization authorization;
    private final InstantSource clock;
    private final Structure structure;

    public Items(
            ItemRegistry registry,
            ItemStore store,
            ItemFormat format,
            Definitions definitions,
            JobGuard guard,
            Authorization authorization,
            InstantSource clock,
            Structure structure) {
        this.registry = registry;
        this.store = store;
        this.format = format;
        this.definitions = definitions;
        this.guard = guard;
        this.authorization = authorization;
        this.clock = clock;
        this.structure = structure;
    }

    /** Takes in what the store has. */
    public void load() {
        store.load(item -> {
            if (item.path()
                    .parent()
                    .map(registry::item)
                    .map(Optional::isPresent)
                    .orElse(true)) {
                registry.put(item);
            } else {
                LOG.log(
                        Level.ERROR,
                        "the store has the item " + item.path()
                                + ", but not its folder: it is not shown until a folder of"
                                + " that name is made and the server started again");
            }
        });
    }

    /** For callers that must say no before they read what was sent. */
    public void requireCreate(Caller caller, @Nullable Folder folder) {
        authorization.require(caller, Permission.JOB_CREATE, folder);
    }

    /** As {@link #requireCreate}: refuses a name that no item may have or that one has already. */
    public void requireFree(Caller caller, @Nullable Folder folder, String name) {
        free(caller, folder, name);
    }

    /** A new item from a document. */
    public Item create(Caller caller, @Nullable Folder folder, String name, byte[] document) {
        var now = permitting(caller, folder);
        return add(caller, now, free(caller, now, name), document);
    }

    /** A new, empty item. */
    public Item create(Caller caller, @Nullable Folder folder, String name, String kind) {
        var now = permitting(caller, folder);
        return add(caller, now, free(caller, now, name), format.blank(kind));
    }

    /** The folder as it is now: since the caller was let in to it, others may have got what it grants, or it may be elsewhere. */
    private @Nullable Folder permitting(Caller caller, @Nullable Folder folder) {
        var now = folder == null ? null : (Folder) registry.now(folder);
        requireCreate(caller, now);
        return now;
    }

    private Item add(Caller caller, @Nullable Folder folder, ItemPath path, byte[] posted) {
        requireOpen(caller, folder);
        var read = format.read(posted);
        var missing = missing(caller, folder, read);
        var document = missing.isEmpty() ? posted : format.withGrant(posted, caller.name(), missing);
        var definition = missing.isEmpty() ? read : format.read(document);
        Resident.check(definition);
        return structure.shared(() -> {
            requirePresent(folder);
            var item = created(path, definition, false);
            return add(
                    caller, path, List.of(new Added(item, document, definition.holdsSecrets())), List.of(definition));
        });
    }

    /** Who makes an item can see and configure it: what must be granted for that where nobody else does ({@code security.md §8.2}). */
    private Set<Permission> missing(Caller caller, @Nullable Folder folder, ItemDefinition definition) {
        if (caller.anonymous() || !(authorization instanceof Authorization.ProjectMatrix)) return Set.of();
        var scope = Scope.of(definition.grants(), folder == null ? null : folder.scope(), folder != null);
        var missing = EnumSet.of(Permission.JOB_READ, Permission.JOB_CONFIGURE);
        missing.removeIf(permission -> authorization.allows(caller, permission, () -> scope));
        return missing;
    }

    private static Item created(ItemPath path, ItemDefinition definition, boolean copied) {
        return switch (definition) {
            case JobDefinition job -> Job.created(path, job.traits(), copied);
            case FolderDefinition folder -> Folder.created(path, folder);
        };
    }

    /** @return the first of the items */
    private Item add(Caller caller, ItemPath path, List<Added> items, List<ItemDefinition> definitions) {
        if (!registry.reserve(path)) {
            throw taken(caller, path);
        }
        try {
            var stored = store.create(items, change(caller));
            for (int i = 0; i < stored.size(); i++) {
                this.definitions.remember(
                        stored.get(i), definitions.get(i), items.get(i).document());
                registry.put(stored.get(i));
            }
            return registry.item(stored.getFirst().id()).orElse(stored.getFirst());
        } catch (RuntimeException e) {
            registry.release(path);
            throw e;
        }
    }

    /**
     * A new item with the document of another one, and with copies of what is in that. Jobs are held off until they are saved.
     *
     * @param source relative to the folder, or absolute with a leading slash
     */
    public Item copy(Caller caller, @Nullable Folder into, String name, String source) {
        var folder = permitting(caller, into);
        var path = free(caller, folder, name);
        if (source.isBlank()) {
            throw Refusal.badInput("Specify which job to copy");
        }
        requireOpen(caller, folder);
        var from = source(caller, path, source);
        return structure.around(from, () -> {
            requirePresent(folder);
            var items = new ArrayList<Added>();
            var read = new ArrayList<ItemDefinition>();
            for (var each : readable(caller, from)) {
                authorization.require(caller, Permission.JOB_EXTENDED_READ, each);
                var document = store.document(each.id());
                var definition = format.read(document);
                if (definition.holdsSecrets()) {
                    authorization.require(caller, Permission.JOB_CONFIGURE, each);
                }
                var item = created(ItemNames.checkedDepth(each.path().moved(from.path(), path)), definition, true);
                items.add(new Added(item, document, definition.holdsSecrets()));
                read.add(definition);
            }
            return add(caller, path, items, read);
        });
    }

    private List<Item> readable(Caller caller, Item item) {
        var all = new ArrayList<Item>();
        all.add(item);
        if (item instanceof Folder folder) {
            all.addAll(registry.readable(caller, folder));
        }
        return all;
    }

    private Item source(Caller caller, ItemPath target, String source) {
        var unknown = Refusal.badInput("No such job: " + source);
        try {
            return registry.visibleItem(caller, target.resolve(source));
        } catch (Refusal | Denied | IllegalArgumentException e) {
            throw unknown;
        }
    }

    /** Cancels what is queued, stops what runs, and removes the item with its builds and with what is in it. */
    public void delete(Caller caller, Item item) {
        authorization.require(caller, Permission.JOB_DELETE, item);
        var closed = close(caller, item);
        try {
            ItemRegistry.jobs(closed).forEach(job -> guard.clear(job, caller));
            store.delete(closed, change(caller));
        } catch (RuntimeException e) {
            open(closed);
            throw e;
        }
        registry.remove(closed.getFirst());
        closed.forEach(gone -> {
            definitions.forget(gone.id());
            guard.deleted(gone);
        });
    }

    /** Nothing can be put into a folder that is closed, so that what is in it may be removed in peace. */
    private List<Item> close(Caller caller, Item item) {
        return structure.around(item, () -> {
            var items = registry.within(item);
            if (items.isEmpty()) {
                throw Refusal.notFound("there is no job ‘" + item.path() + "’");
            }
            items.forEach(each -> authorization.require(caller, Permission.JOB_DELETE, each));
            var closed = new ArrayList<Item>();
            try {
                for (var each : items) {
                    closed.add(registry.change(each.id(), now -> {
                        requireOpen(now);
                        return now.closing(true);
                    }));
                }
            } catch (RuntimeException e) {
                open(closed);
                throw e;
            }
            return closed;
        });
    }

    private void open(List<Item> closed) {
        closed.forEach(item -> registry.change(item.id(), now -> now.closing(false)));
    }

    static void requireOpen(Item item) {
        if (item.closing()) {
            throw Refusal.conflict("The job “" + item.path() + "” is being deleted.");
        }
    }

    /** Items of a computed folder come and go with its scans, which the server makes. */
    private void requireOpen(Caller caller, @Nullable Folder folder) {
        if (folder != null && isComputed(folder) && caller.proof() != Caller.Proof.SYSTEM) {
            throw new Denied(caller, Permission.JOB_CREATE);
        }
    }

    private boolean isComputed(Folder folder) {
        return definitions.of(folder).computed();
    }

    private void requirePresent(@Nullable Folder folder) {
        if (folder != null) {
            requireOpen(registry.item(folder.id())
                    .filter(now -> now.path().equals(folder.path()))
                    .orElseThrow(() -> Refusal.notFound("the folder ‘" + folder.path() + "’ is gone")));
        }
    }

    private ItemPath free(Caller caller, @Nullable Folder folder, String name) {
        var path = ItemNames.checkedDepth(ItemPath.in(folder == null ? null : folder.path(), ItemNames.checked(name)));
        if (registry.item(path).isPresent()) {
            throw taken(caller, path);
        }
        return path;
    }

    /** Says nothing to a caller who may not know of the item. */
    private Refusal taken(Caller caller, ItemPath path) {
        var item = registry.item(path).orElse(null);
        return Refusal.badInput(
                item == null || authorization.allows(caller, Permission.JOB_DISCOVER, item)
                        ? "A job already exists with the name ‘" + path.name() + "’"
                        : "");
    }

    private Change change(Caller caller) {
        return new Change(clock.instant(), caller.name());
    }
}
