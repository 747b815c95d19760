package hobson.http.route;

import hobson.http.Handler;
import java.util.List;

/** What happens at a place for a token and a method. */
record Route(Handler handler, boolean isInline, boolean isLeaf, boolean isRestricted, List<RouteOption> options) {

    static Route of(Handler handler, boolean restricted, RouteOption... given) {
        var options = List.of(given);
        return new Route(
                handler, options.contains(RouteOption.INLINE), options.contains(RouteOption.LEAF), restricted, options);
    }
}
