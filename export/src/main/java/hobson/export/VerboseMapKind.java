package hobson.export;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps as lists of objects with two members each, key and value (remote-api.md §2.3: verboseMap). */
final class VerboseMapKind<V, C> extends Kind<Map<?, ? extends V>, C> {
    final Name key;
    final Name value;
    final Kind<V, C> values;

    VerboseMapKind(Name key, Name value, Kind<V, C> values) {
        this.key = key;
        this.value = value;
        this.values = values;
    }

    @Override
    void write(@Nullable Map<?, ? extends V> map, Walk<? extends C> walk, Selection selection, Place place) {
        if (map == null) {
            walk.sink.nothing();
            return;
        }
        walk.sink.beginArray();
        for (var entry : map.entrySet()) {
            walk.entry(() -> write(entry, walk, selection));
        }
        walk.sink.endArray();
    }

    private void write(Map.Entry<?, ? extends V> entry, Walk<? extends C> walk, Selection selection) {
        walk.sink.beginObject(null);
        walk.sink.name(key);
        Kind.<Object, C>simple().write(entry.getKey(), walk, selection, Place.ENTRY);
        walk.sink.name(value);
        values.write(entry.getValue(), walk, selection, Place.ENTRY);
        walk.sink.endObject();
    }
}
