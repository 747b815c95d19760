package hobson.export;

import org.jspecify.annotations.Nullable;

/**
 * Where a walk over objects writes to, in one flavour. A value is preceded by {@link #name}, except for the root and the items
 * of an array. Used by one thread. A class and no interface, because its methods are called for every value and in every flavour.
 */
abstract sealed class Sink permits LiteralSink, XmlSink, TreeSink {
    abstract void name(Name name);

    abstract void nothing();

    abstract void text(String value);

    /** A value written as it is: numbers in their Java form, characters. */
    abstract void bare(String value);

    abstract void integer(long value);

    abstract void bool(boolean value);

    /** @param type what the object says of its class, if it has to */
    abstract void beginObject(@Nullable TypeName type);

    abstract void endObject();

    abstract void beginArray();

    abstract void endArray();

    /** Remembers this place. Marks nest; each is ended by {@link #keep} or {@link #drop}. */
    abstract void mark();

    abstract void keep();

    /** Forgets everything since the last mark, whatever is open. */
    abstract void drop();
}
