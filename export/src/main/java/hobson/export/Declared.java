package hobson.export;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The type of a property as {@code /api/schema} tells it (remote-api.md §2.10).
 *
 * @param required whether there is always a value
 * @param repeated whether the value is a list
 */
record Declared(Type type, boolean required, boolean repeated) {
    static final Declared TEXT = optional(new Type.Plain("string"));
    static final Declared BOOL = required(new Type.Plain("boolean"));
    static final Declared INT = required(new Type.Plain("int"));
    static final Declared LONG = required(new Type.Plain("long"));
    static final Declared DECIMAL = required(new Type.Plain("anyType"));
    static final Declared ANY = optional(new Type.Plain("anyType"));

    sealed interface Type {
        /** A type of XML Schema. */
        record Plain(String name) implements Type {}

        record Bean(Supplier<? extends @Nullable Schema<?, ?>> schema) implements Type {}

        /** Named after a class, with these values. */
        record OneOf(String className, List<String> values) implements Type {}
    }

    static Declared optional(Type type) {
        return new Declared(type, false, false);
    }

    private static Declared required(Type type) {
        return new Declared(type, true, false);
    }

    static Declared of(Kind<?, ?> kind) {
        return switch (kind) {
            case BeanKind<?, ?> bean -> optional(new Type.Bean(bean::declared));
            case ListKind<?, ?> list -> ofItems(list.items);
            case SimpleKind<?, ?> _,
                    MapKind<?, ?> _,
                    VerboseMapKind<?, ?> _,
                    ReplacedKind<?, ?, ?> _,
                    ChosenKind<?, ?> _ -> ANY;
        };
    }

    /** Of a list with such items; there are no types for lists of lists. */
    static Declared ofItems(Kind<?, ?> kind) {
        return kind instanceof ListKind<?, ?> ? ANY.repeating() : of(kind).repeating();
    }

    Declared repeating() {
        return new Declared(type, false, true);
    }
}
