package hobson.export;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the caller asked for, as sent; nothing is checked yet (remote-api.md §1.2).
 *
 * @param depth the text of the parameter; ignored where there is a tree
 * @param pretty whether the parameter is there, whatever its value
 * @param excludes in order of appearance
 */
public record Query(
        Flavour flavour,
        @Nullable String tree,
        @Nullable String depth,
        boolean pretty,
        @Nullable String jsonp,
        @Nullable String xpath,
        List<String> excludes,
        @Nullable String wrapper) {

    public Query {
        excludes = List.copyOf(excludes);
    }

    /**
     * Reads the parameters that matter. When a name is repeated the first value counts, except for {@code exclude}.
     *
     * @param values all values of a parameter in the order in which they were sent; empty if it is absent
     */
    public static Query of(Flavour flavour, Function<String, List<String>> values) {
        return new Query(
                flavour,
                first(values, "tree"),
                first(values, "depth"),
                !values.apply("pretty").isEmpty(),
                first(values, "jsonp"),
                first(values, "xpath"),
                values.apply("exclude"),
                first(values, "wrapper"));
    }

    /** Without any parameter. */
    public static Query plain(Flavour flavour) {
        return of(flavour, _ -> List.of());
    }

    /** Whether the answer is made from a document in memory: slower, so not for a thread that others wait for. */
    public boolean needsDocument() {
        return flavour == Flavour.XML && (xpath != null || !excludes.isEmpty());
    }

    private static @Nullable String first(Function<String, List<String>> values, String name) {
        var all = values.apply(name);
        return all.isEmpty() ? null : all.getFirst();
    }
}
