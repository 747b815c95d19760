package hobson.export;

import org.jspecify.annotations.Nullable;

/**
 * Where a walk over objects writes to, in one flavour. A value is preceded by {@link #name}, except for the root and the items
 * of an array. Used by one thread.
 */
interface Sink {
    void name(Name name);

    void nothing();

    void text(String value);

    /** A value written as it is: numbers in their Java form, characters. */
    void bare(String value);

    void integer(long value);

    void bool(boolean value);

    /** @param type what the object says of its class, if it has to */
    void beginObject(@Nullable TypeName type);

    void endObject();

    void beginArray();

    void endArray();

    /** Remembers this place. Marks nest; each is ended by {@link #keep} or {@link #drop}. */
    void mark();

    void keep();

    /** Forgets everything since the last mark, whatever is open. */
    void drop();
}
