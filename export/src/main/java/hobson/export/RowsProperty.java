package hobson.export;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A list that is asked for no more than the range of the selection. */
final class RowsProperty<T, C, V> extends Property<T, C> {
    final Kind<V, ? super C> kind;
    private final BiFunction<? super T, ? super C, ? extends @Nullable Rows<? extends V>> getter;

    RowsProperty(
            Name name,
            Show show,
            Level level,
            Kind<V, ? super C> kind,
            BiFunction<? super T, ? super C, ? extends @Nullable Rows<? extends V>> getter) {
        super(name, show, Declared.ofItems(kind), level);
        this.kind = kind;
        this.getter = getter;
    }

    @Override
    void write(T bean, Walk<? extends C> walk, Selection inner) {
        Rows<? extends V> rows = getter.apply(bean, walk.reader);
        if (rows == null && skipsNull()) return;
        walk.sink.name(name);
        if (rows == null) walk.sink.nothing();
        else walk.list(inner.range().of(rows), kind, inner);
    }
}
