package hobson.http.route;

import hobson.http.Handler;
import hobson.http.Key;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the table says about a path and a method. */
sealed interface Decision {
    Key<Decision> KEY = new Key<>("routing decision");

    Match match();

    /** A route is there. */
    record Found(Route route, Match match) implements Decision {}

    /** The path means a place but lacks the slash. */
    record Slash(Place place, Match match) implements Decision {}

    /** An action is there, but not for this method. */
    record WrongMethod(Set<String> allowed, @Nullable Handler otherwise, Match match) implements Decision {}

    /** Nothing is there. */
    record Lost(@Nullable Handler notFound, Match match) implements Decision {}
}
