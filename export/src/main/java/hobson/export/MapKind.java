package hobson.export;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps: objects with the entries as members, all of them; the selection applies to each value (remote-api.md §3.2). */
final class MapKind<V, C> extends Kind<Map<?, ? extends V>, C> {
    final Kind<V, C> values;

    MapKind(Kind<V, C> values) {
        this.values = values;
    }

    @Override
    void write(@Nullable Map<?, ? extends V> value, Walk<? extends C> walk, Selection selection, Place place) {
        if (value == null) {
            walk.sink.nothing();
            return;
        }
        walk.sink.beginObject(null);
        for (var entry : value.entrySet()) {
            walk.entry(() -> {
                walk.sink.name(Name.ofKey(entry.getKey().toString()));
                values.write(entry.getValue(), walk, selection, Place.ENTRY);
            });
        }
        walk.sink.endObject();
    }
}
