package hobson.export;

import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A map that is written as a list of objects with two members each. */
final class VerboseMapProperty<T, C, V> extends Property<T, C> {
    private final Name key;
    private final Name value;
    private final Kind<V, ? super C> kind;
    private final BiFunction<? super T, ? super C, ? extends @Nullable Map<?, ? extends V>> getter;

    VerboseMapProperty(
            Name name,
            Show show,
            Level level,
            Entry<V, ? super C> entry,
            BiFunction<? super T, ? super C, ? extends @Nullable Map<?, ? extends V>> getter) {
        super(name, show, Declared.ANY, level);
        this.key = Name.ofProperty(entry.key());
        this.value = Name.ofProperty(entry.value());
        this.kind = entry.kind();
        this.getter = getter;
    }

    /** The names of the two members, and the kind of the second. */
    record Entry<V, C>(String key, String value, Kind<V, C> kind) {}

    @Override
    void write(T bean, Walk<? extends C> walk, Selection inner) {
        Map<?, ? extends V> map = getter.apply(bean, walk.reader);
        if (map == null && skipsNull()) return;
        walk.sink.name(name);
        if (map == null) {
            walk.sink.nothing();
            return;
        }
        walk.sink.beginArray();
        for (var entry : map.entrySet()) {
            walk.entry(() -> write(entry, walk, inner));
        }
        walk.sink.endArray();
    }

    private void write(Map.Entry<?, ? extends V> entry, Walk<? extends C> walk, Selection inner) {
        walk.sink.beginObject(null);
        walk.sink.name(key);
        Kind.<Object, C>simple().write(entry.getKey(), walk, inner, Place.ENTRY);
        walk.sink.name(value);
        kind.write(entry.getValue(), walk, inner, Place.ENTRY);
        walk.sink.endObject();
    }
}
