package hobson.export;

import hobson.export.GeneratedBean.Opaque;
import hobson.export.GeneratedBean.Replaced;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Made-up classes, loaded, with our schemas for them. */
final class World {
    final List<Shape> shapes;
    final Map<Shape, Class<?>> classes;
    private final Map<String, Schema<GeneratedBean, Object>> schemas = new HashMap<>();

    /** @param shapes superclasses first */
    World(List<Shape> shapes) {
        this.shapes = shapes;
        this.classes = new ShapeClasses(shapes).load();
        for (var shape : shapes) schemas.put(shape.name(), schema(shape));
    }

    private Schema<GeneratedBean, Object> schema(Shape shape) {
        var schema = Schema.<GeneratedBean, Object>named(shape.name());
        if (shape.parent() != null) schema.extend(schema(shape.parent().name()));
        if (shape.visibility() != 0) schema.visibility(shape.visibility());
        for (var trait : shape.traits()) trait.type().declare(schema, trait, this);
        return schema.build();
    }

    Schema<GeneratedBean, Object> schema(String className) {
        var schema = schemas.get(className);
        if (schema == null) throw new IllegalArgumentException(className);
        return schema;
    }

    Kind<GeneratedBean, Object> beans(String declaredClass) {
        return Kind.declared(declaredClass, bean -> schema(bean.getClass().getName()));
    }

    /** What Stapler does with a value by looking at it. */
    Kind<Object, Object> anything(String declaredClass, boolean verbose) {
        return Kind.chosen(value -> switch (value) {
            case GeneratedBean _ -> beans(declaredClass);
            case Opaque _ -> Kind.<Opaque, Object>declared(declaredClass, _ -> null);
            case Replaced _ -> Kind.<Replaced, Object, Object>replaced(r -> r.inner, anything(declaredClass, verbose));
            case Calendar _ -> Kind.<Calendar, Long, Object>replaced(Calendar::getTimeInMillis, Kind.simple());
            case Map<?, ?> _ -> maps(verbose);
            case Object[] array ->
                Kind.<Object[], Iterable<?>, Object>replaced(
                        Arrays::asList,
                        Kind.listOf(anything(array.getClass().getComponentType().getName(), verbose)));
            case int[] _ -> Kind.<int[], Iterable<?>, Object>replaced(World::items, Kind.listOf(Kind.simple()));
            case Iterable<?> _ -> Kind.listOf(anything("java.lang.Object", verbose));
            default -> Kind.simple();
        });
    }

    Kind<Map<?, ?>, Object> maps(boolean verbose) {
        var values = anything("java.lang.Object", verbose);
        return verbose ? Kind.verboseMapOf("key", "value", values) : Kind.mapOf(values);
    }

    static @Nullable Iterable<?> items(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case int[] numbers -> Arrays.stream(numbers).boxed().toList();
            case Object[] array -> Arrays.asList(array);
            default -> (Iterable<?>) value;
        };
    }

    /** The same in slices. */
    static @Nullable Rows<?> rows(@Nullable Object value) {
        var items = items(value);
        if (items == null) return null;
        var all = new ArrayList<@Nullable Object>();
        items.forEach(all::add);
        return (from, to) -> all.subList(Math.min(from, all.size()), Math.min(to, all.size()));
    }
}
