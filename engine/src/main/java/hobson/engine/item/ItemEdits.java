package hobson.engine.item;

import hobson.engine.event.Change;
import hobson.engine.secret.WrittenSecrets;
import hobson.engine.user.Caller;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Replaces documents of items: whatever changes one goes through here. */
public final class ItemEdits {
    private final ItemRegistry registry;
    private final ItemStore store;
    private final ItemFormat format;
    private final Definitions definitions;
    private final WrittenSecrets secrets;
    private final InstantSource clock;

    public ItemEdits(
            ItemRegistry registry,
            ItemStore store,
            ItemFormat format,
            Definitions definitions,
            WrittenSecrets secrets,
            InstantSource clock) {
        this.registry = registry;
        this.store = store;
        this.format = format;
        this.definitions = definitions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Replaces the item's document by what the edit makes of it, one edit after the other; the same bytes again change nothing.
     *
     * @param allowed throws unless the caller may do that to the item as it is at that moment
     * @param saves whether the document is the server's from now on, and no longer just what somebody posted: its secrets are encrypted, and the
     *     hold-off of a copied job ends
     * @throws hobson.engine.Refusal when the item is gone or being deleted, or when the edit throws it
     */
    public Item edit(Caller caller, Item item, Consumer<Item> allowed, UnaryOperator<byte[]> edit, boolean saves) {
        return registry.change(item.id(), now -> {
            allowed.accept(now);
            Items.requireOpen(now);
            var before = store.document(now.id());
            var edited = edit.apply(before);
            var after = saves && !Arrays.equals(before, edited) ? format.withSecrets(edited, secrets::write) : edited;
            boolean heldOff = now instanceof Job job && job.heldOff();
            if (Arrays.equals(before, after) && !(heldOff && saves)) {
                return now;
            }
            var definition = format.read(after);
            Resident.check(definition);
            var changed = configured(now, definition, heldOff && !saves);
            store.configure(changed, after, definition.holdsSecrets(), new Change(clock.instant(), caller.name()));
            definitions.remember(changed, definition, after);
            return changed;
        });
    }

    private static Item configured(Item item, ItemDefinition definition, boolean heldOff) {
        return switch (item) {
            case Job job -> job.configured(((JobDefinition) definition).traits(), heldOff);
            case Folder folder -> folder.configured((FolderDefinition) definition);
        };
    }
}
