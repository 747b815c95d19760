package hobson.remote.api;

import hobson.export.Schema;
import hobson.http.route.RouteOption;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * For documentation: that a route answers with an object in the forms of the API.
 *
 * @param schemas which it may have; none when that is not known
 */
public record Shows(Supplier<? extends Collection<? extends Schema<?, ?>>> schemas) implements RouteOption {
    /** Any object. */
    public static final Shows ANY = new Shows(List::of);

    public static Shows these(Schema<?, ?>... schemas) {
        var all = List.of(schemas);
        return new Shows(() -> all);
    }
}
