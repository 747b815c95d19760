package hobson.export;

import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of an object: by {@code depth} or by {@code tree} (remote-api.md §3). Compiles itself for each schema that it
 * meets and keeps the result, so one selection serves all requests with the same query. Thread-safe.
 */
abstract sealed class Selection permits DepthSelection, TreeSelection, MergedSelection {
    private volatile Steps[] compiled = {};

    /** The selection for the value of a property, or null if the property is not shown. */
    abstract @Nullable Selection of(Property<?, ?> property);

    abstract Range range();

    /** The same selection for an object whose members are merged into those of an object with this schema. */
    Selection mergedInto(Schema<?, ?> schema) {
        return new MergedSelection(this, schema.level.names());
    }

    final Steps steps(Schema<?, ?> schema) {
        for (var known : compiled) {
            if (known.schema == schema) return known;
        }
        return compile(schema);
    }

    private synchronized Steps compile(Schema<?, ?> schema) {
        var properties = new ArrayList<Property<?, ?>>();
        var inner = new ArrayList<Selection>();
        for (var property : schema.properties) {
            var selection = of(property);
            if (selection == null) continue;
            properties.add(property);
            inner.add(property.merged() ? selection.mergedInto(schema) : selection);
        }
        var steps = new Steps(schema, properties.toArray(Property<?, ?>[]::new), inner.toArray(Selection[]::new));
        var longer = Arrays.copyOf(compiled, compiled.length + 1);
        longer[longer.length - 1] = steps;
        compiled = longer;
        return steps;
    }
}
