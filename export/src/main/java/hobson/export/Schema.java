package hobson.export;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class of objects shows: its properties in the order in which they are written. Immutable.
 *
 * @param <T> the objects
 * @param <C> what the getters want to know about the reader; made by the caller for each answer
 */
public final class Schema<T, C> {
    final TypeName type;
    final Name root;

    /** Superclass levels first, then by name (remote-api.md §2.2). */
    final List<Property<? super T, ? super C>> properties;

    /** Those declared in this very class. */
    final List<Property<? super T, ? super C>> own;

    final Property.Level level;
    final @Nullable Schema<? super T, ? super C> parent;

    Schema(SchemaBuilder<T, C> builder) {
        this.type = new TypeName(builder.className());
        this.root = Name.ofRoot(builder.element());
        this.level = builder.level();
        this.own = builder.own(level);
        this.properties = builder.inherited(own);
        this.parent = builder.parent();
    }

    /** Starts a schema, such as {@code Schema.<Job, Reader>named("hudson.model.FreeStyleProject")}. */
    public static <T, C> SchemaBuilder<T, C> named(String className) {
        return new SchemaBuilder<>(className);
    }

    /** The binary name of the class, which is what {@code _class} says. */
    public String className() {
        return type.className;
    }

    /** The XML element that a document about such an object has as its root. */
    public String element() {
        return root.text;
    }

    @Override
    public String toString() {
        return className();
    }
}
