package hobson.export;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a property declares its values, and so how they are written. Immutable; schemas are looked up when the first value is
 * written, so that they may refer to each other.
 *
 * @param <V> the values
 * @param <C> what the getters of their schemas want to know about the reader
 */
public abstract sealed class Kind<V, C>
        permits BeanKind, SimpleKind, ListKind, MapKind, VerboseMapKind, ReplacedKind, ChosenKind {

    /** Objects of just the declared class: they do not say their class. */
    public static <V, C> Kind<V, C> exactly(Schema<V, C> schema) {
        return new BeanKind<V, C>(schema::className, _ -> schema, () -> schema).among(() -> List.of(schema));
    }

    /** The same for a schema that does not exist yet. */
    public static <V, C> Kind<V, C> exactly(Supplier<Schema<V, C>> schema) {
        return new BeanKind<V, C>(() -> schema.get().className(), _ -> schema.get(), schema)
                .among(() -> List.of(schema.get()));
    }

    /**
     * Objects that may be of any class below the declared one, and say which if it is another.
     *
     * @param schemaOf null for an object that cannot be shown: <code>{}</code> as an item of a list, elsewhere the answer fails
     */
    public static <V, C> BeanKind<V, C> declared(
            String className, Function<? super V, ? extends @Nullable Schema<? extends V, ? super C>> schemaOf) {
        return new BeanKind<>(() -> className, schemaOf, null);
    }

    /** The same where the declared class has a schema of its own, which matters to {@code /api/schema} only. */
    public static <V, C> BeanKind<V, C> declared(
            Supplier<? extends Schema<? extends V, ? super C>> declared,
            Function<? super V, ? extends @Nullable Schema<? extends V, ? super C>> schemaOf) {
        return new BeanKind<>(() -> declared.get().className(), schemaOf, declared);
    }

    /** Text, numbers, booleans, characters, enum constants (by {@code toString}), and points in time (as milliseconds). */
    public static <V, C> Kind<V, C> simple() {
        return new SimpleKind<>();
    }

    public static <V, C> Kind<Iterable<? extends V>, C> listOf(Kind<V, C> items) {
        return new ListKind<>(items);
    }

    /** Keys are written by {@code toString}. */
    public static <V, C> Kind<Map<?, ? extends V>, C> mapOf(Kind<V, C> values) {
        return new MapKind<>(values);
    }

    /** Maps as lists of objects with two members, which are called {@code key} and {@code value}, or as these say. */
    public static <V, C> Kind<Map<?, ? extends V>, C> verboseMapOf(String key, String value, Kind<V, C> values) {
        return new VerboseMapKind<>(Name.ofProperty(key), Name.ofProperty(value), values);
    }

    /** Values in whose place others are written, such as a build's result by its name. */
    public static <V, W, C> Kind<V, C> replaced(
            Function<? super V, ? extends @Nullable W> replacement, Kind<W, C> replacements) {
        return new ReplacedKind<>(replacement, replacements);
    }

    /** Values whose kind shows only when they are there. */
    public static <V, C> Kind<V, C> chosen(Function<? super V, Kind<? extends V, C>> kindOf) {
        return chosen(kindOf, List.of());
    }

    /** The same, and for documentation which kinds they may be of. */
    public static <V, C> Kind<V, C> chosen(
            Function<? super V, Kind<? extends V, C>> kindOf, List<? extends Kind<?, ?>> kinds) {
        return new ChosenKind<>(kindOf, kinds);
    }

    abstract void write(@Nullable V value, Walk<? extends C> walk, Selection selection, Place place);

    /** Whether an item of this kind may fail half-written. */
    boolean mayFail() {
        return true;
    }
}
