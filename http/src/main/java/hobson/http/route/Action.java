package hobson.http.route;

import hobson.http.Handler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All routes of one token at one place. Filled while the table is declared, read-only afterwards. */
final class Action {
    static final String ANY = "*";

    private final Map<String, Route> byMethod = new LinkedHashMap<>();
    private @Nullable Handler otherwise;

    void add(String method, Route route) {
        if (byMethod.putIfAbsent(method, route) != null) {
            throw new IllegalStateException("declared twice, method " + method);
        }
    }

    void otherwise(Handler handler) {
        otherwise = handler;
    }

    /** The route for a method, or the one for every method. */
    @Nullable
    Route find(String method) {
        var exact = byMethod.get(method);
        return exact == null ? byMethod.get(ANY) : exact;
    }

    /** Who answers a method that no route is for; null: the 405 page. */
    @Nullable
    Handler otherwise() {
        return otherwise;
    }

    /** Whether a method that no route is for makes the action disappear (remote-api.md §7.5, "verb-restricted"). */
    boolean isHiddenOtherwise() {
        return otherwise == null && byMethod.values().stream().allMatch(Route::isRestricted);
    }

    /** Sorted; {@code *} for every method. */
    Set<String> methods() {
        return new TreeSet<>(byMethod.keySet());
    }

    /** As {@link #methods}, each with its options. */
    Map<String, List<RouteOption>> options() {
        var options = new TreeMap<String, List<RouteOption>>();
        byMethod.forEach((method, route) -> options.put(method, route.options()));
        return options;
    }
}
