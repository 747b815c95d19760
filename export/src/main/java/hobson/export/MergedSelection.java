package hobson.export;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A selection without the names that the objects around have already (remote-api.md §2.3: merge). */
final class MergedSelection extends Selection {
    private final Selection selection;
    private final Set<String> taken;

    MergedSelection(Selection selection, Set<String> taken) {
        this.selection = selection;
        this.taken = Set.copyOf(taken);
    }

    @Override
    @Nullable
    Selection of(Property<?, ?> property) {
        if (taken.contains(property.name())) return null;
        var inner = selection.of(property);
        return inner != null && property.merged() ? new MergedSelection(inner, taken) : inner;
    }

    @Override
    Selection mergedInto(Schema<?, ?> schema) {
        var all = new HashSet<>(taken);
        all.addAll(schema.level.names());
        return new MergedSelection(selection, all);
    }

    @Override
    Range range() {
        return selection.range();
    }
}
