package hobson.http.route;

import java.util.List;
import java.util.Map;

/**
 * One line of the table, for documentation.
 *
 * @param template for example {@code job/{job}/config.xml}; ends in a slash for the place itself
 * @param place what kind of object it is about
 * @param methods with what is special about each, sorted; {@code *} for every method
 */
public record RouteRow(String template, String place, Map<String, List<RouteOption>> methods) {
    public boolean isInline() {
        return methods.values().stream().anyMatch(options -> options.contains(RouteOption.INLINE));
    }
}
