package hobson.remote.read;

import hobson.engine.item.Item;
import hobson.engine.item.ItemRegistry;

/** Display names of items, with those of the folders that they are in (objects.md §3.1). */
public final class FullNames {
    private static final String BETWEEN = " » ";

    private FullNames() {}

    public static String of(ItemRegistry items, Item item) {
        return items.folderOf(item)
                .map(folder -> of(items, folder) + BETWEEN + item.label())
                .orElseGet(item::label);
    }
}
