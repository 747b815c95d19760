package hobson.engine.build;

import hobson.engine.Bell;
import hobson.engine.metric.Histogram;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How the builds of this server ended since its start, and how long they took. Used by many threads. */
public final class Endings {
    private static final long SECOND = TimeUnit.SECONDS.toMicros(1);
    private static final long[] BOUNDS = {
        SECOND / 10, SECOND, 5 * SECOND, 15 * SECOND, 60 * SECOND, 300 * SECOND, 900 * SECOND, 3_600 * SECOND
    };

    private final Map<Result, Histogram> durations = new EnumMap<>(Result.class);

    private final Bell bell = new Bell();

    Endings() {
        for (var result : Result.values()) durations.put(result, new Histogram(BOUNDS));
    }

    void add(Build build) {
        var result = build.result();
        var histogram = result == null ? null : durations.get(result);
        if (histogram != null) histogram.add(TimeUnit.MILLISECONDS.toMicros(build.duration()));
        bell.ring();
    }

    /** Rings whenever a build is in progress no more; who waits for that and for something else has it rung for that too. */
    public Bell bell() {
        return bell;
    }

    /** By result; each is there. */
    public Map<Result, Histogram.Snapshot> byResult() {
        var snapshots = new EnumMap<Result, Histogram.Snapshot>(Result.class);
        durations.forEach((result, histogram) -> snapshots.put(result, histogram.snapshot()));
        return snapshots;
    }
}
