package hobson.export;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values of different kinds, told apart one by one. */
final class ChosenKind<V, C> extends Kind<V, C> {
    private final Function<? super V, Kind<? extends V, C>> kindOf;
    final List<? extends Kind<?, ?>> kinds;

    ChosenKind(Function<? super V, Kind<? extends V, C>> kindOf, List<? extends Kind<?, ?>> kinds) {
        this.kindOf = kindOf;
        this.kinds = kinds;
    }

    @Override
    void write(@Nullable V value, Walk<? extends C> walk, Selection selection, Place place) {
        if (value == null) {
            walk.sink.nothing();
            return;
        }
        @SuppressWarnings("unchecked") // the function chose it for this very value
        var kind = (Kind<V, C>) kindOf.apply(value);
        kind.write(value, walk, selection, place);
    }
}
