package hobson.remote;

import hobson.http.route.Router;
import hobson.http.route.RouterAnswers;
import hobson.remote.route.Places;
import java.util.List;

/** The table of routes: what all groups declare, in one router. */
public final class Routes {
    private Routes() {}

    public static Router of(RouterAnswers answers, List<RouteGroup> groups) {
        var places = new Places();
        groups.forEach(group -> group.addTo(places));
        return new Router(places.root, answers);
    }
}
