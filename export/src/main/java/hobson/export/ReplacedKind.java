package hobson.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values in whose place others are written (remote-api.md §2.3: replaceable beans). */
final class ReplacedKind<V, W, C> extends Kind<V, C> {
    private final Function<? super V, ? extends @Nullable W> replacement;
    final Kind<W, C> replacements;

    ReplacedKind(Function<? super V, ? extends @Nullable W> replacement, Kind<W, C> replacements) {
        this.replacement = replacement;
        this.replacements = replacements;
    }

    @Override
    void write(@Nullable V value, Walk<? extends C> walk, Selection selection, Place place) {
        if (value == null) walk.sink.nothing();
        else replacements.write(replacement.apply(value), walk, selection, placeOf(place));
    }

    /** What replaces an item of a list is not left out if it cannot be shown. */
    private static Place placeOf(Place original) {
        return original == Place.ITEM ? Place.PROPERTY : original;
    }
}
