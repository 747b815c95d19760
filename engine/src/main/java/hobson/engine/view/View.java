package hobson.engine.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selection of items that people gave a name. Immutable.
 *
 * @param filterExecutors the list of executors beside it shows only what runs jobs of the view
 * @param filterQueue the queue beside it shows only jobs of the view
 */
public record View(
        String name, @Nullable String description, boolean filterExecutors, boolean filterQueue, Shape shape) {

    public static View of(String name, Shape shape) {
        return new View(name, null, false, false, shape);
    }

    public View named(String name) {
        return new View(name, description, filterExecutors, filterQueue, shape);
    }

    public View described(@Nullable String description) {
        return new View(name, description, filterExecutors, filterQueue, shape);
    }

    public View filtering(boolean executors, boolean queue) {
        return new View(name, description, executors, queue, shape);
    }

    public View shaped(Shape shape) {
        return new View(name, description, filterExecutors, filterQueue, shape);
    }

    /** What a view selects. */
    public sealed interface Shape {
        /** Everything where the view is. */
        record All() implements Shape {}

        /** What the caller may configure. */
        record Mine() implements Shape {}

        /** What the view of that name at the top selects. */
        record Proxy(String viewName) implements Shape {}

        /** Other views. */
        record Nested(ViewSet views) implements Shape {}

        /**
         * Items by name, by a pattern, and by whether they are enabled.
         *
         * @param names relative to where the view is, in any order; names of items that do not exist are kept and show nothing
         * @param pattern items whose whole name matches are selected too; null for none
         * @param enabled only enabled ({@code true}) or only disabled jobs; null for both
         * @param recursive items in folders below are selected as well
         * @param sorted whether the document says that the names are: it is written as it was read
         * @param columns what the page shows of each item, each as the document says it; null for the usual
         * @param filters further conditions, each as the document says it: they are kept and select nothing
         */
        record Listed(
                List<String> names,
                @Nullable String pattern,
                @Nullable Boolean enabled,
                boolean recursive,
                boolean sorted,
                @Nullable List<String> columns,
                List<String> filters)
                implements Shape {
            public static final Listed EMPTY = new Listed(List.of(), null, null, false, true, null, List.of());

            public Listed {
                names = List.copyOf(names);
                columns = columns == null ? null : List.copyOf(columns);
                filters = List.copyOf(filters);
            }

            public Listed naming(List<String> names) {
                return new Listed(names, pattern, enabled, recursive, sorted, columns, filters);
            }
        }
    }
}
