package hobson.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Collects the properties of one class. The order of the calls does not matter: properties are written by name, those of the
 * parent first. Getters are called once per answer, at most; a getter that throws costs the list item around it, or the answer
 * (remote-api.md §2.9).
 */
public final class SchemaBuilder<T, C> {
    private final String className;
    private final List<Function<Property.Level, Property<T, C>>> drafts = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable Schema<? super T, ? super C> parent;
    private @Nullable String element;
    private int visibility;

    SchemaBuilder(String className) {
        this.className = className;
    }

    /** The schema of the superclass: its properties come first, except those that this one declares again. */
    public SchemaBuilder<T, C> extend(Schema<? super T, ? super C> superclass) {
        parent = superclass;
        return this;
    }

    /** For properties that do not say their own; without this call the parent's, else 1. */
    public SchemaBuilder<T, C> visibility(int byDefault) {
        visibility = byDefault;
        return this;
    }

    /** The root element in XML, where it is not the simple name of the class. */
    public SchemaBuilder<T, C> element(String name) {
        element = name;
        return this;
    }

    public SchemaBuilder<T, C> text(String name, BiFunction<? super T, ? super C, ? extends @Nullable String> getter) {
        return text(name, Show.DEFAULT, getter);
    }

    public SchemaBuilder<T, C> text(
            String name, Show show, BiFunction<? super T, ? super C, ? extends @Nullable String> getter) {
        return add(name, (n, level) -> new SimpleProperty.Text<>(n, show, level, getter));
    }

    public SchemaBuilder<T, C> bool(String name, BiPredicate<? super T, ? super C> getter) {
        return bool(name, Show.DEFAULT, getter);
    }

    public SchemaBuilder<T, C> bool(String name, Show show, BiPredicate<? super T, ? super C> getter) {
        return add(name, (n, level) -> new SimpleProperty.Bool<>(n, show, level, getter));
    }

    public SchemaBuilder<T, C> integer(String name, ToLongBiFunction<? super T, ? super C> getter) {
        return integer(name, Show.DEFAULT, getter);
    }

    public SchemaBuilder<T, C> integer(String name, Show show, ToLongBiFunction<? super T, ? super C> getter) {
        return add(name, (n, level) -> new SimpleProperty.Whole<>(n, show, Declared.INT, level, getter));
    }

    /** An integer that may need 64 bits: only {@code /api/schema} shows the difference. */
    public SchemaBuilder<T, C> longInteger(String name, ToLongBiFunction<? super T, ? super C> getter) {
        return longInteger(name, Show.DEFAULT, getter);
    }

    public SchemaBuilder<T, C> longInteger(String name, Show show, ToLongBiFunction<? super T, ? super C> getter) {
        return add(name, (n, level) -> new SimpleProperty.Whole<>(n, show, Declared.LONG, level, getter));
    }

    /** A point in time that is always there, in milliseconds since 1970. */
    public SchemaBuilder<T, C> time(String name, ToLongBiFunction<? super T, ? super C> getter) {
        return longInteger(name, Show.DEFAULT, getter);
    }

    public SchemaBuilder<T, C> time(String name, Show show, ToLongBiFunction<? super T, ? super C> getter) {
        return longInteger(name, show, getter);
    }

    /** Written in Java's form: {@code 1.0}, {@code 1.0E10}, {@code NaN}. */
    public SchemaBuilder<T, C> decimal(String name, ToDoubleBiFunction<? super T, ? super C> getter) {
        return decimal(name, Show.DEFAULT, getter);
    }

    public SchemaBuilder<T, C> decimal(String name, Show show, ToDoubleBiFunction<? super T, ? super C> getter) {
        return add(name, (n, level) -> new SimpleProperty.Decimal<>(n, show, level, getter));
    }

    /** Any simple value, which may be absent; see {@link Kind#simple}. */
    public SchemaBuilder<T, C> value(String name, BiFunction<? super T, ? super C, ? extends @Nullable Object> getter) {
        return value(name, Show.DEFAULT, getter);
    }

    public SchemaBuilder<T, C> value(
            String name, Show show, BiFunction<? super T, ? super C, ? extends @Nullable Object> getter) {
        return any(name, show, Declared.ANY, Kind.<Object, C>simple(), getter);
    }

    /**
     * One of the constants of an enum, by {@code toString}.
     *
     * @param declared what the wire calls their class, which only {@code /api/schema} shows
     */
    public <E extends Enum<E>> SchemaBuilder<T, C> choice(
            String name,
            Show show,
            String declared,
            Class<E> type,
            BiFunction<? super T, ? super C, ? extends @Nullable E> getter) {
        var values = Arrays.stream(type.getEnumConstants()).map(Enum::toString).toList();
        var choice = Declared.optional(new Declared.Type.OneOf(declared, values));
        return any(name, show, choice, Kind.<Enum<E>, C>simple(), getter);
    }

    public SchemaBuilder<T, C> texts(
            String name, BiFunction<? super T, ? super C, ? extends @Nullable Iterable<String>> getter) {
        return texts(name, Show.DEFAULT, getter);
    }

    public SchemaBuilder<T, C> texts(
            String name, Show show, BiFunction<? super T, ? super C, ? extends @Nullable Iterable<String>> getter) {
        return any(name, show, Declared.TEXT.repeating(), Kind.listOf(Kind.<String, C>simple()), getter);
    }

    public <V> SchemaBuilder<T, C> object(
            String name, Kind<V, ? super C> kind, BiFunction<? super T, ? super C, ? extends @Nullable V> getter) {
        return object(name, Show.DEFAULT, kind, getter);
    }

    public <V> SchemaBuilder<T, C> object(
            String name,
            Show show,
            Kind<V, ? super C> kind,
            BiFunction<? super T, ? super C, ? extends @Nullable V> getter) {
        return any(name, show, Declared.of(kind), kind, getter);
    }

    public <V> SchemaBuilder<T, C> list(
            String name,
            Kind<V, ? super C> items,
            BiFunction<? super T, ? super C, ? extends @Nullable Iterable<? extends V>> getter) {
        return list(name, Show.DEFAULT, items, getter);
    }

    public <V> SchemaBuilder<T, C> list(
            String name,
            Show show,
            Kind<V, ? super C> items,
            BiFunction<? super T, ? super C, ? extends @Nullable Iterable<? extends V>> getter) {
        return any(name, show, Declared.ofItems(items), Kind.listOf(items), getter);
    }

    /** A list that may be long: a range in {@code tree} is passed on to it. */
    public <V> SchemaBuilder<T, C> rows(
            String name,
            Kind<V, ? super C> items,
            BiFunction<? super T, ? super C, ? extends @Nullable Rows<? extends V>> getter) {
        return rows(name, Show.DEFAULT, items, getter);
    }

    public <V> SchemaBuilder<T, C> rows(
            String name,
            Show show,
            Kind<V, ? super C> items,
            BiFunction<? super T, ? super C, ? extends @Nullable Rows<? extends V>> getter) {
        return add(name, (n, level) -> new RowsProperty<>(n, show, level, items, getter));
    }

    public <V> SchemaBuilder<T, C> map(
            String name,
            Kind<V, ? super C> values,
            BiFunction<? super T, ? super C, ? extends @Nullable Map<?, ? extends V>> getter) {
        return map(name, Show.DEFAULT, values, getter);
    }

    public <V> SchemaBuilder<T, C> map(
            String name,
            Show show,
            Kind<V, ? super C> values,
            BiFunction<? super T, ? super C, ? extends @Nullable Map<?, ? extends V>> getter) {
        return any(name, show, Declared.ANY, Kind.mapOf(values), getter);
    }

    /** An object whose members are written in place of the property; names that this class has are left out. */
    public <V> SchemaBuilder<T, C> merge(
            String name,
            Show show,
            Kind<V, ? super C> kind,
            BiFunction<? super T, ? super C, ? extends @Nullable V> getter) {
        if (!(kind instanceof BeanKind<V, ? super C> bean))
            throw new IllegalArgumentException("only objects can be merged");
        return add(name, (n, level) -> new MergedProperty<>(n, show, level, bean, getter));
    }

    public Schema<T, C> build() {
        return new Schema<>(this);
    }

    private <V> SchemaBuilder<T, C> any(
            String name,
            Show show,
            Declared declared,
            Kind<V, ? super C> kind,
            BiFunction<? super T, ? super C, ? extends @Nullable V> getter) {
        return add(name, (n, level) -> new KindProperty<>(n, show, declared, level, kind, getter));
    }

    private SchemaBuilder<T, C> add(String name, BiFunction<Name, Property.Level, Property<T, C>> draft) {
        if (!names.add(name)) throw new IllegalArgumentException(className + " has two properties called " + name);
        var encoded = Name.ofProperty(name);
        drafts.add(level -> draft.apply(encoded, level));
        return this;
    }

    String className() {
        return className;
    }

    String element() {
        return element == null ? XmlNames.ofClass(className) : element;
    }

    Property.Level level() {
        var all = new HashSet<>(names);
        if (parent != null) all.addAll(parent.level.names());
        int inherited = parent == null ? 1 : parent.level.visibility();
        return new Property.Level(visibility == 0 ? inherited : visibility, Set.copyOf(all));
    }

    List<Property<? super T, ? super C>> own(Property.Level level) {
        var own = new ArrayList<Property<? super T, ? super C>>();
        for (var draft : drafts) own.add(draft.apply(level));
        own.sort(Comparator.comparing(Property::name));
        return List.copyOf(own);
    }

    List<Property<? super T, ? super C>> inherited(List<Property<? super T, ? super C>> own) {
        var all = new ArrayList<Property<? super T, ? super C>>();
        if (parent != null) {
            for (var property : parent.properties) {
                if (!names.contains(property.name())) all.add(property);
            }
        }
        all.addAll(own);
        return List.copyOf(all);
    }

    @Nullable
    Schema<? super T, ? super C> parent() {
        return parent;
    }
}
