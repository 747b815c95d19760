package hobson.export;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A property whose values are written as their kind says. */
final class KindProperty<T, C, V> extends Property<T, C> {
    final Kind<V, ? super C> kind;
    private final BiFunction<? super T, ? super C, ? extends @Nullable V> getter;

    KindProperty(
            Name name,
            Show show,
            Declared declared,
            Level level,
            Kind<V, ? super C> kind,
            BiFunction<? super T, ? super C, ? extends @Nullable V> getter) {
        super(name, show, declared, level);
        this.kind = kind;
        this.getter = getter;
    }

    @Override
    void write(T bean, Walk<? extends C> walk, Selection inner) {
        V value = getter.apply(bean, walk.reader);
        if (value == null && skipsNull()) return;
        walk.sink.name(name);
        kind.write(value, walk, inner, Place.PROPERTY);
    }
}
