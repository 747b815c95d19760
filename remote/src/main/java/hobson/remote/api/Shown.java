package hobson.remote.api;

import hobson.engine.Reader;
import hobson.export.Schema;

/**
 * An object and how it is shown.
 *
 * @param grounds what answers about it depend on
 */
public record Shown<T>(Schema<? super T, Reader> schema, T object, Grounds grounds) {
    /** An object about which each answer is made anew. */
    public Shown(Schema<? super T, Reader> schema, T object) {
        this(schema, object, Grounds.UNKNOWN);
    }
}
