package hobson.export;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what is named (remote-api.md §3.2). */
final class TreeSelection extends Selection {
    static final String ANY = "*";

    private final Map<String, TreeSelection> named;
    private final Range range;

    TreeSelection(Map<String, TreeSelection> named, Range range) {
        this.named = Map.copyOf(named);
        this.range = range;
    }

    @Override
    @Nullable
    Selection of(Property<?, ?> property) {
        if (property.merged()) return this;
        var exact = named.get(property.name());
        return exact != null ? exact : named.get(ANY);
    }

    @Override
    Range range() {
        return range;
    }
}
