package hobson.http;

import org.jspecify.annotations.Nullable;

/** One link of a request's chain of attributes, newest first. */
record Attribute(Key<?> key, Object value, @Nullable Attribute older) {

    static <T> @Nullable T find(@Nullable Attribute newest, Key<T> key) {
        for (var link = newest; link != null; link = link.older) {
            if (link.key == key) return key.cast(link.value);
        }
        return null;
    }
}
