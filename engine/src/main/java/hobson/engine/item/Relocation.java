package hobson.engine.item;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Gives items other names and other folders, as {@link Items} makes and removes them. */
public final class Relocation {
    private final ItemRegistry registry;
    private final ItemStore store;
    private final Definitions definitions;
    private final JobGuard guard;
    private final Followers followers;
    private final Authorization authorization;
    private final InstantSource clock;
    private final Structure structure;

    public Relocation(
            ItemRegistry registry,
            ItemStore store,
            Definitions definitions,
            JobGuard guard,
            Followers followers,
            Authorization authorization,
            InstantSource clock,
            Structure structure) {
        this.registry = registry;
        this.store = store;
        this.definitions = definitions;
        this.guard = guard;
        this.followers = followers;
        this.authorization = authorization;
        this.clock = clock;
        this.structure = structure;
    }

    /** Another name in the same place. References to the item follow. */
    public Item rename(Caller caller, Item known, String newName) {
        var item = registry.now(known);
        if (!authorization.allows(caller, Permission.JOB_CONFIGURE, item)) {
            authorization.require(
                    caller, Permission.JOB_CREATE, registry.folderOf(item).orElse(null));
            authorization.require(caller, Permission.JOB_DELETE, item);
        }
        var name = ItemNames.checked(newName);
        if (name.equals(item.name())) {
            throw Refusal.badInput("The new name is the same as the current name.");
        }
        if (registry.folderOf(item)
                .filter(folder -> definitions.of(folder).computed())
                .isPresent()) {
            throw Refusal.badInput("Trying to rename an item that does not support this operation.");
        }
        return relocate(caller, item, item.path().withName(name));
    }

    /**
     * Another folder, or the top, under the same name. References to the item follow.
     *
     * @param destination a slash and the full name of the folder; the slash alone for the top
     * @return empty when the folder is none that the caller may move the item to: then nothing has changed
     */
    public Optional<Item> move(Caller caller, Item known, String destination) {
        var item = registry.now(known);
        authorization.require(caller, Permission.JOB_MOVE, item);
        return destination(caller, item, destination.strip())
                .filter(to -> registry.item(to).isEmpty())
                .map(to -> relocate(caller, item, to));
    }

    /** Where the caller can move the item, as {@link #move} wants it. */
    public List<String> destinations(Caller caller, Item item) {
        authorization.require(caller, Permission.JOB_MOVE, item);
        return Stream.concat(
                        Stream.of("/"),
                        registry.readable(caller).stream()
                                .filter(Folder.class::isInstance)
                                .map(folder -> "/" + folder.path()))
                .filter(text -> destination(caller, item, text)
                        .filter(to -> registry.item(to).isEmpty())
                        .isPresent())
                .toList();
    }

    private Optional<ItemPath> destination(Caller caller, Item item, String text) {
        if (text.equals("/")) {
            return authorization.allows(caller, Permission.JOB_CREATE)
                    ? Optional.of(ItemPath.in(null, item.name()))
                    : Optional.empty();
        }
        return folder(text)
                .filter(folder -> !definitions.of(folder).computed()
                        && !folder.path().isWithin(item.path())
                        && authorization.allows(caller, Permission.JOB_READ, folder)
                        && authorization.allows(caller, Permission.JOB_CREATE, folder))
                .map(folder -> folder.path().child(item.name()));
    }

    private Optional<Folder> folder(String text) {
        try {
            return text.startsWith("/")
                    ? registry.item(ItemPath.of(text.substring(1)))
                            .filter(Folder.class::isInstance)
                            .map(Folder.class::cast)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Item relocate(Caller caller, Item item, ItemPath to) {
        boolean simple = item instanceof Job && item.path().parent().equals(to.parent());
        Supplier<List<Followers.Moved>> move = () -> {
            boolean onlyCase = to.key().equals(item.path().key());
            if (!onlyCase && !registry.reserve(to)) {
                throw taken(caller, to);
            }
            try {
                return moved(caller, item, to);
            } catch (RuntimeException e) {
                registry.release(to);
                throw e;
            }
        };
        var moves = simple ? structure.shared(move) : structure.alone(move);
        followers.follow(moves);
        return moves.getFirst().item();
    }

    /** Says nothing to a caller who may not know of the item that has the name. */
    private Refusal taken(Caller caller, ItemPath path) {
        return Refusal.badInput(
                registry.item(path)
                                .filter(other -> !authorization.allows(caller, Permission.JOB_DISCOVER, other))
                                .isPresent()
                        ? ""
                        : "The name “" + path.name() + "” is already in use.");
    }

    private List<Followers.Moved> moved(Caller caller, Item item, ItemPath to) {
        var moves = new ArrayList<Followers.Moved>();
        var first = registry.change(item.id(), now -> {
            if (!now.path().equals(item.path())) {
                throw Refusal.conflict(item.path() + " has another name or place since a moment.");
            }
            var all = registry.within(now);
            all.set(0, now);
            all.forEach(this::requireAtRest);
            var changed = all.stream()
                    .map(each -> each.renamed(ItemNames.checkedDepth(each.path().moved(now.path(), to))))
                    .toList();
            store.rename(changed, change(caller));
            registry.move(now, changed.getFirst());
            for (int i = 0; i < all.size(); i++) {
                moves.add(new Followers.Moved(all.get(i).path(), changed.get(i)));
            }
            return changed.getFirst();
        });
        var from = moves.getFirst().from();
        moves.set(0, new Followers.Moved(from, first));
        for (var inner : moves.subList(1, moves.size())) {
            registry.change(
                    inner.item().id(),
                    now -> now.renamed(
                            now.path().moved(inner.from(), inner.item().path())));
        }
        return moves;
    }

    private void requireAtRest(Item item) {
        Items.requireOpen(item);
        if (item instanceof Job job && (job.building() || guard.isStarting(job.id()))) {
            throw Refusal.badInput("Unable to rename a job while it is building.");
        }
    }

    private Change change(Caller caller) {
        return new Change(clock.instant(), caller.name());
    }
}
