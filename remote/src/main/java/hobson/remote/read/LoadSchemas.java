package hobson.remote.read;

import hobson.engine.Reader;
import hobson.export.Kind;
import hobson.export.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Load statistics and their series (objects.md §11). */
final class LoadSchemas {
    private static final Map<String, Function<LoadStatistics, LoadSeries>> SERIES = series();

    private final Schema<LoadSeries, Reader> series = LoadSeries.schema();
    private final Schema<LoadStatistics, Reader> server;
    private final Schema<LoadStatistics, Reader> unlabeled;
    private final Schema<LoadStatistics, Reader> label;

    LoadSchemas() {
        var any = Schema.<LoadStatistics, Reader>named("hudson.model.LoadStatistics");
        SERIES.forEach((name, getter) -> any.object(name, Kind.exactly(series), (load, _) -> getter.apply(load)));
        var base = any.build();
        server = Schema.<LoadStatistics, Reader>named("hudson.model.OverallLoadStatistics")
                .extend(base)
                .object("totalQueueLength", Kind.exactly(series), (load, _) -> load.totalQueueLength)
                .build();
        unlabeled = Schema.<LoadStatistics, Reader>named("jenkins.model.UnlabeledLoadStatistics")
                .extend(base)
                .build();
        // a class without a name of its own: the element is called as the class above it
        label = Schema.<LoadStatistics, Reader>named("hudson.model.Label$1")
                .extend(base)
                .element("loadStatistics")
                .build();
    }

    private static Map<String, Function<LoadStatistics, LoadSeries>> series() {
        var series = new LinkedHashMap<String, Function<LoadStatistics, LoadSeries>>();
        series.put("availableExecutors", load -> load.available);
        series.put("busyExecutors", load -> load.busy);
        series.put("connectingExecutors", load -> load.connecting);
        series.put("definedExecutors", load -> load.defined);
        series.put("idleExecutors", load -> load.idle);
        series.put("onlineExecutors", load -> load.online);
        series.put("queueLength", load -> load.queueLength);
        series.put("totalExecutors", load -> load.total);
        return series;
    }

    static boolean isSeries(String name) {
        return SERIES.containsKey(name) || name.equals("totalQueueLength");
    }

    /** @param name one that {@link #isSeries} */
    static LoadSeries series(LoadStatistics load, String name) {
        var getter = SERIES.get(name);
        return getter == null ? load.totalQueueLength : getter.apply(load);
    }

    Schema<LoadSeries, Reader> ofSeries() {
        return series;
    }

    List<Schema<LoadStatistics, Reader>> all() {
        return List.of(server, unlabeled, label);
    }

    Schema<LoadStatistics, Reader> of(LoadStatistics load) {
        return switch (load.scope()) {
            case SERVER -> server;
            case UNLABELED -> unlabeled;
            case LABEL -> label;
        };
    }

    Kind<LoadStatistics, Reader> kind() {
        return Kind.<LoadStatistics, Reader>declared("hudson.model.LoadStatistics", this::of)
                .among(this::all);
    }

    Kind<LoadStatistics, Reader> serverKind() {
        return Kind.exactly(server);
    }
}
