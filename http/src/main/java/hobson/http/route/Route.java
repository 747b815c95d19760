package hobson.http.route;

import hobson.http.Handler;
import java.util.Set;

/** What happens at a place for a token and a method. */
record Route(Handler handler, boolean isInline, boolean isLeaf, boolean isRestricted) {

    static Route of(Handler handler, boolean restricted, RouteOption... options) {
        var set = Set.of(options);
        return new Route(handler, set.contains(RouteOption.INLINE), set.contains(RouteOption.LEAF), restricted);
    }
}
