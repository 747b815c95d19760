package hobson.remote.monitor;

import hobson.engine.metric.Histogram;
import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts answers by the kind of object that was asked and by status; the time is that until the answer was known, without sending it. The
 * outermost filter. Places are declared by this server, so their number is bounded.
 */
public final class RequestMetrics implements Filter, Metrics {
    private static final long[] BOUNDS = {
        100, 500, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000, 10_000_000
    };
    private static final String NOWHERE = "none";

    private final Map<String, Figures> places = new ConcurrentHashMap<>();

    private static final class Figures {
        final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
        final Histogram durations = new Histogram(BOUNDS);
    }

    @Override
    public Response handle(Request request, Handler next) {
        long start = System.nanoTime();
        var answer = next.handle(request); // what is thrown is asked again, or ends the connection
        var place = request.find(Match.KEY).map(Match::placeName).orElse(NOWHERE);
        var figures = places.computeIfAbsent(place, _ -> new Figures());
        figures.statuses.computeIfAbsent(answer.status(), _ -> new LongAdder()).increment();
        figures.durations.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
        return answer;
    }

    @Override
    public void write(MetricsText text) {
        var sorted = new TreeMap<>(places);
        text.counter("hobson_http_requests_total", "Answers by kind of object and status.");
        sorted.forEach((place, figures) -> new TreeMap<>(figures.statuses)
                .forEach((status, count) ->
                        text.value(count.sum(), "place", place, "status", Integer.toString(status))));
        text.histogram("hobson_http_request_duration_seconds", "Time until an answer was known.");
        sorted.forEach((place, figures) -> text.value(figures.durations.snapshot(), "place", place));
    }
}
