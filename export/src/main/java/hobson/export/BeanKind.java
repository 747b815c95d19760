package hobson.export;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Objects that are described by a schema. */
final class BeanKind<V, C> extends Kind<V, C> {
    private final Supplier<String> declaredClass;
    private final Function<? super V, ? extends @Nullable Schema<? extends V, ? super C>> schemaOf;
    private final @Nullable Supplier<? extends Schema<?, ?>> declared;

    BeanKind(
            Supplier<String> declaredClass,
            Function<? super V, ? extends @Nullable Schema<? extends V, ? super C>> schemaOf,
            @Nullable Supplier<? extends Schema<?, ?>> declared) {
        this.declaredClass = declaredClass;
        this.schemaOf = schemaOf;
        this.declared = declared;
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
