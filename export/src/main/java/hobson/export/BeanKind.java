package hobson.export;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Objects that are described by a schema. */
public final class BeanKind<V, C> extends Kind<V, C> {
    private final Supplier<String> declaredClass;
    private final Function<? super V, ? extends @Nullable Schema<? extends V, ? super C>> schemaOf;
    private final @Nullable Supplier<? extends Schema<?, ?>> declared;
    private final Supplier<? extends Collection<? extends Schema<?, ?>>> alternatives;

    BeanKind(
            Supplier<String> declaredClass,
            Function<? super V, ? extends @Nullable Schema<? extends V, ? super C>> schemaOf,
            @Nullable Supplier<? extends Schema<?, ?>> declared) {
        this(declaredClass, schemaOf, declared, List::of);
    }

    private BeanKind(
            Supplier<String> declaredClass,
            Function<? super V, ? extends @Nullable Schema<? extends V, ? super C>> schemaOf,
            @Nullable Supplier<? extends Schema<?, ?>> declared,
            Supplier<? extends Collection<? extends Schema<?, ?>>> alternatives) {
        this.declaredClass = declaredClass;
        this.schemaOf = schemaOf;
        this.declared = declared;
        this.alternatives = alternatives;
    }

    /** The same, and for documentation which schemas the objects may have. */
    public Kind<V, C> among(Supplier<? extends Collection<? extends Schema<?, ?>>> schemas) {
        return new BeanKind<>(declaredClass, schemaOf, declared, schemas);
    }

    Collection<? extends Schema<?, ?>> alternatives() {
        return alternatives.get();
    }

    String declaredClass() {
        return declaredClass.get();
    }

    @Nullable
    Schema<?, ?> declared() {
        return declared == null ? null : declared.get();
    }

    @Override
    void write(@Nullable V value, Walk<? extends C> walk, Selection selection, Place place) {
        if (value == null) {
            walk.sink.nothing();
            return;
        }
        Schema<?, ?> schema = schemaOf.apply(value);
        if (schema == null) {
            walk.unshowable(value, place);
            return;
        }
        boolean saysClass = place == Place.ENTRY || !schema.className().equals(declaredClass.get());
        walk.bean(value, selection.steps(schema), saysClass ? schema.type : null);
    }

    /** Writes the members of a value as if they were members of the object around. */
    void merge(@Nullable V value, Walk<? extends C> walk, Selection selection) {
        if (value == null) return;
        Schema<?, ?> schema = schemaOf.apply(value);
        if (schema == null) throw new Halt.NotShowable(value);
        walk.members(value, selection.steps(schema));
    }
}
