package hobson.export;

import org.jspecify.annotations.Nullable;

/** Lists; the selection and its range apply to the items, also where these are lists again (remote-api.md §3.2). */
final class ListKind<V, C> extends Kind<Iterable<? extends V>, C> {
    final Kind<V, C> items;

    ListKind(Kind<V, C> items) {
        this.items = items;
    }

    @Override
    void write(@Nullable Iterable<? extends V> value, Walk<? extends C> walk, Selection selection, Place place) {
        if (value == null) walk.sink.nothing();
        else walk.list(selection.range().of(value), items, selection);
    }
}
