package hobson.export;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A property whose value's members stand in its place (remote-api.md §2.3: merge). */
final class MergedProperty<T, C, V> extends Property<T, C> {
    final BeanKind<V, ? super C> kind;
    private final BiFunction<? super T, ? super C, ? extends @Nullable V> getter;

    MergedProperty(
            Name name,
            Show show,
            Level level,
            BeanKind<V, ? super C> kind,
            BiFunction<? super T, ? super C, ? extends @Nullable V> getter) {
        super(name, show, Declared.of(kind), level);
        this.kind = kind;
        this.getter = getter;
    }

    @Override
    boolean merged() {
        return true;
    }

    @Override
    boolean inlined() {
        return true;
    }

    @Override
    void write(T bean, Walk<? extends C> walk, Selection inner) {
        kind.merge(getter.apply(bean, walk.reader), walk, inner);
    }
}
