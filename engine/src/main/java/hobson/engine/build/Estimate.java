package hobson.engine.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long the next build will take: the mean of at most three of the newest builds ({@code queue-and-scheduling.md §10}). */
public final class Estimate {
    /** Nothing to estimate from. */
    public static final long UNKNOWN = -1;

    private static final int CANDIDATES = 3;
    private static final int LOOKED_AT = 20;

    private Estimate() {}

    /** Milliseconds, or {@link #UNKNOWN}. */
    public static long of(History history) {
        var newest = history.newest(LOOKED_AT);
        var durations = new ArrayList<Long>(CANDIDATES);
        collect(newest, durations, true);
        collect(newest, durations, false);
        if (durations.isEmpty()) {
            return UNKNOWN;
        }
        long mean = Math.round(
                (double) durations.stream().mapToLong(Long::longValue).sum() / durations.size());
        return mean == 0 ? UNKNOWN : mean;
    }

    private static void collect(List<BuildSummary> builds, List<Long> durations, boolean good) {
        for (var build : builds) {
            if (durations.size() < CANDIDATES && fits(build.result(), good)) {
                durations.add(build.duration());
            }
        }
    }

    private static boolean fits(@Nullable Result result, boolean good) {
        return good ? result == Result.SUCCESS || result == Result.UNSTABLE : result == Result.FAILURE;
    }
}
