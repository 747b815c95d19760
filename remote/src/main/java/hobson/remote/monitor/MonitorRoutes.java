package hobson.remote.monitor;

import hobson.engine.queue.Queue;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Body;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.util.List;

/**
 * {@code /metrics} for who may see how the system is doing, since numbers tell of objects that a caller may not know of, and
 * {@code /health/…} for everybody, without a word more than yes or no.
 */
public final class MonitorRoutes implements RouteGroup {
    private static final Header NOT_KEPT = Header.constant("Cache-Control", "no-store");

    private final List<Metrics> metrics;
    private final Readiness store;
    private final Queue queue;
    private final Authorization authorization;
    private final Targets targets;

    /** @param store whether it takes what is written */
    public MonitorRoutes(
            List<Metrics> metrics, Readiness store, Queue queue, Authorization authorization, Targets targets) {
        this.metrics = List.copyOf(metrics);
        this.store = store;
        this.queue = queue;
        this.authorization = authorization;
        this.targets = targets;
    }

    @Override
    public void addTo(Places places) {
        places.root.get("metrics", this::metrics);
        places.root.child(
                "health", new Place("health").get("live", _ -> health(true)).get("ready", _ -> health(isReady())));
    }

    private Response metrics(Request request) {
        authorization.require(targets.caller(request), Permission.SYSTEM_READ);
        var text = new MetricsText();
        metrics.forEach(source -> source.write(text));
        return Response.ok(MetricsText.TYPE, Body.text(text.toString()).compressible())
                .with(NOT_KEPT);
    }

    /** Not while quieting down: a balancer shall send new work elsewhere. */
    private boolean isReady() {
        return queue.quietingDown().isEmpty() && store.isFine();
    }

    private static Response health(boolean fine) {
        return Response.text(fine ? 200 : 503, fine ? "ok\n" : "not ready\n").with(NOT_KEPT);
    }
}
