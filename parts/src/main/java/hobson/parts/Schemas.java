package hobson.parts;

import hobson.engine.Reader;
import hobson.export.Schema;
import org.jspecify.annotations.Nullable;

/** How parts are shown. Used by many threads, and not before the first answer: parts may show each other. */
public interface Schemas {
    /** Null for an object that cannot be shown: <code>{}</code> in a list. */
    <T> @Nullable Schema<? extends T, Reader> of(T object);
}
