package hobson.engine.view;

import hobson.engine.event.Change;
import hobson.engine.item.Definitions;
import hobson.engine.item.Folder;
import hobson.engine.item.ItemDefinition;
import hobson.engine.item.ItemEdits;
import hobson.engine.item.ItemFormat;
import hobson.engine.item.ItemPath;
import hobson.engine.item.ItemRegistry;
import hobson.engine.user.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Where each owner's views are kept: a folder's in its document, the others in the store. Used by many threads. */
public final class ViewSets {
    private static final String TOP = "";
    private static final String PERSON = ViewStore.user("");

    private final ViewStore store;
    private final ViewFormat format;
    private final ItemFormat itemFormat;
    private final ItemRegistry items;
    private final Definitions definitions;
    private final ItemEdits edits;
    private final Map<String, ViewSet> stored = new ConcurrentHashMap<>();

    public ViewSets(
            ViewStore store,
            ViewFormat format,
            ItemFormat itemFormat,
            ItemRegistry items,
            Definitions definitions,
            ItemEdits edits) {
        this.store = store;
        this.format = format;
        this.itemFormat = itemFormat;
        this.items = items;
        this.definitions = definitions;
        this.edits = edits;
    }

    void load() {
        store.load().forEach((owner, document) -> stored.put(owner, format.readSet(document)));
    }

    ViewSet of(ViewOwner owner) {
        return switch (owner) {
            case ViewOwner.Top _, ViewOwner.Person _ -> stored.getOrDefault(key(owner), ViewSet.onlyAll("all"));
            case ViewOwner.Inside(var folder) -> inFolder(definitions.of(folder));
        };
    }

    private static ViewSet inFolder(ItemDefinition folder) {
        return folder.part(ViewSet.class).orElseGet(() -> ViewSet.onlyAll("All"));
    }

    private static String key(ViewOwner owner) {
        return owner instanceof ViewOwner.Person(var id) ? ViewStore.user(id) : TOP;
    }

    /**
     * Asks for nobody's permission.
     *
     * @param changed the name of the view that the change is about
     */
    void change(Caller caller, ViewOwner owner, String changed, UnaryOperator<ViewSet> edit, Change change) {
        if (owner instanceof ViewOwner.Inside(var folder)) {
            edits.edit(caller, folder, _ -> {}, document -> withViews(document, edit), false);
            return;
        }
        changeStored(owner, changed, edit, change);
    }

    private synchronized void changeStored(
            ViewOwner owner, String changed, UnaryOperator<ViewSet> edit, Change change) {
        var before = of(owner);
        var after = edit.apply(before);
        if (!after.equals(before)) {
            store.save(key(owner), format.writeSet(after), changed, change);
            stored.put(key(owner), after);
        }
    }

    private byte[] withViews(byte[] document, UnaryOperator<ViewSet> edit) {
        var before = inFolder(itemFormat.read(document));
        var after = edit.apply(before);
        return after.equals(before) ? document : format.inFolder(document, after);
    }

    /** Whose views may name the item of that path: all that no folder has, and those of the folders that it is in. */
    List<ViewOwner> ownersAbove(ItemPath path) {
        var owners = new ArrayList<ViewOwner>();
        owners.add(new ViewOwner.Top());
        for (var key : stored.keySet()) {
            if (key.startsWith(PERSON)) {
                owners.add(new ViewOwner.Person(key.substring(PERSON.length())));
            }
        }
        for (Optional<ItemPath> at = path.parent();
                at.isPresent();
                at = at.get().parent()) {
            at.flatMap(items::item)
                    .filter(item -> item instanceof Folder && !item.closing())
                    .ifPresent(folder -> owners.add(new ViewOwner.Inside((Folder) folder)));
        }
        return owners;
    }

    /** Forgets the views of a user who is gone. */
    public synchronized void forget(String user, Change change) {
        var key = key(new ViewOwner.Person(user));
        if (stored.containsKey(key)) {
            store.delete(key, change);
            stored.remove(key);
        }
    }
}
