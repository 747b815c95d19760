package hobson.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of an object: by {@code depth} or by {@code tree} (remote-api.md §3). Compiles itself for each schema that it
 * meets and keeps the result, so one selection serves all requests with the same query. Thread-safe.
 */
abstract sealed class Selection permits DepthSelection, TreeSelection {
    private volatile Compiled[] compiled = {};

    private record Compiled(Schema<?, ?> schema, @Nullable Property<?, ?> owner, Steps steps) {}

    /** The selection for the value of a property, or null if the property is not shown. */
    abstract @Nullable Selection of(Property<?, ?> property);

    abstract Range range();

    Steps steps(Schema<?, ?> schema) {
        return find(schema, null);
    }

    /** The same for an object whose members are merged into those of the owner's object. */
    Steps merged(Schema<?, ?> schema, Property<?, ?> owner) {
        return find(schema, owner);
    }

    private Steps find(Schema<?, ?> schema, @Nullable Property<?, ?> owner) {
        for (var known : compiled) {
            if (known.schema == schema && Objects.equals(known.owner, owner)) return known.steps;
        }
        return compile(schema, owner);
    }

    private synchronized Steps compile(Schema<?, ?> schema, @Nullable Property<?, ?> owner) {
        var properties = new ArrayList<Property<?, ?>>();
        var inner = new ArrayList<Selection>();
        Set<String> taken = owner == null ? Set.of() : owner.namesAround();
        for (var property : schema.properties) {
            var selection = taken.contains(property.name()) ? null : of(property);
            if (selection == null) continue;
            properties.add(property);
            inner.add(selection);
        }
        var steps = new Steps(schema, properties.toArray(Property<?, ?>[]::new), inner.toArray(Selection[]::new));
        var longer = Arrays.copyOf(compiled, compiled.length + 1);
        longer[longer.length - 1] = new Compiled(schema, owner, steps);
        compiled = longer;
        return steps;
    }
}
