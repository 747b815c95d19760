package hobson.engine.item;

import hobson.engine.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The places of all items: by name, letter case aside, in the folder that each is in, and by id. Reads never wait. */
final class ItemTree {
    private final Slot root = new Slot(null);
    private final ConcurrentHashMap<Long, Slot> byId = new ConcurrentHashMap<>();

    /** Where the current snapshot of one item stands; empty while the name is only reserved. */
    static final class Slot {
        /** Held by whoever replaces the item. */
        final ReentrantLock lock = new ReentrantLock();

        private volatile @Nullable Item item;
        /** The folder that it is in; null at the top of all. */
        private volatile @Nullable Slot folder;

        /** What is in a folder, by name without regard to letter case. */
        private volatile @Nullable ConcurrentSkipListMap<String, Slot> children;

        private Slot(@Nullable Slot folder) {
            this.folder = folder;
        }

        @Nullable
        Item item() {
            return item;
        }

        void replace(@Nullable Item next) {
            item = next;
        }

        /** The folder that it is in now; null at the top. */
        @Nullable
        Item outer() {
            var around = folder;
            return around == null ? null : around.item;
        }

        private synchronized ConcurrentSkipListMap<String, Slot> open() {
            var known = children;
            if (known == null) {
                children = known = new ConcurrentSkipListMap<>();
            }
            return known;
        }

        @Nullable
        Slot child(String name) {
            var known = children;
            return known == null ? null : known.get(key(name));
        }

        void forEachChild(Consumer<Slot> action) {
            var known = children;
            if (known != null) {
                known.values().forEach(action);
            }
        }

        /** The item here and all that is in it, however deep; a folder comes before what is in it. */
        private void collect(Consumer<Item> items) {
            var here = item;
            if (here != null) {
                items.accept(here);
            }
            forEachChild(child -> child.collect(items));
        }

        private static String key(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /** The top, which is no item. */
    Slot root() {
        return root;
    }

    List<Item> all() {
        var items = new ArrayList<Item>(byId.size());
        root.collect(items::add);
        return items;
    }

    /** The item of that id and all that is in it; empty when it is gone. */
    List<Item> within(long id) {
        var items = new ArrayList<Item>();
        var slot = byId.get(id);
        if (slot != null) {
            slot.collect(items::add);
        }
        return items;
    }

    @Nullable
    Slot slot(long id) {
        return byId.get(id);
    }

    private @Nullable Slot slot(List<String> names) {
        var at = root;
        for (var name : names) {
            at = at.child(name);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    Optional<Item> item(ItemPath path) {
        var slot = slot(path.segments());
        return slot == null ? Optional.empty() : Optional.ofNullable(slot.item);
    }

    Optional<Item> item(long id) {
        var slot = byId.get(id);
        return slot == null ? Optional.empty() : Optional.ofNullable(slot.item);
    }

    private Slot parent(ItemPath path) {
        var parent = slot(path.segments().subList(0, path.segments().size() - 1));
        if (parent == null) {
            throw Refusal.notFound("the folder of ‘" + path + "’ is gone");
        }
        return parent;
    }

    /** The place of an item that is to be there; the folder that it is in is there already. */
    Slot place(Item item) {
        var folder = parent(item.path());
        return folder.open().computeIfAbsent(Slot.key(item.name()), _ -> new Slot(folder));
    }

    /** From now on the item is found by its id as well. */
    void number(Item item, Slot slot) {
        byId.put(item.id(), slot);
    }

    /** Keeps the name for an item that is about to be stored; false when another has it. */
    boolean reserve(ItemPath path) {
        var folder = parent(path);
        return folder.open().putIfAbsent(Slot.key(path.name()), new Slot(folder)) == null;
    }

    /** Gives up a name that was reserved and that no item has got since. */
    void release(ItemPath path) {
        parent(path).open().computeIfPresent(Slot.key(path.name()), (_, slot) -> slot.item == null ? null : slot);
    }

    /** Puts an item, with all that is in it, where its name was reserved. */
    void move(Item before, Item after) {
        var slot = byId.get(before.id());
        if (slot != null) {
            var folder = parent(after.path());
            folder.open().put(Slot.key(after.name()), slot);
            if (!before.path().key().equals(after.path().key())) {
                parent(before.path()).open().remove(Slot.key(before.name()), slot);
            }
            slot.folder = folder;
        }
    }

    /** The id finds nothing any more; the place that it found, to be cleared. */
    @Nullable
    Slot forget(Item item) {
        return byId.remove(item.id());
    }

    /** The name is free again, if its place is empty. */
    void free(ItemPath path) {
        var slot = slot(path.segments());
        if (slot != null && slot.item == null) {
            parent(path).open().remove(Slot.key(path.name()), slot);
        }
    }
}
