package hobson.remote.feed;

import hobson.engine.build.BuildSummary;
import hobson.engine.build.Builds;
import hobson.engine.build.Result;
import hobson.engine.item.Job;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses the builds that a feed tells of, newest first (remote-api.md §9.1). */
final class FeedBuilds {
    private static final int AT_LEAST = 10;
    private static final long NEW = Duration.ofDays(7).toMillis();

    /** However much happened: a reader sees no more, and nobody waits longer for a feed. */
    private static final int MOST = 2_000;

    private static final int LOOKED_AT = 50_000;

    private final Builds builds;

    FeedBuilds(Builds builds) {
        this.builds = builds;
    }

    record Found(Job job, BuildSummary build) {}

    /** Ten builds that have ended, and those of the last week. */
    List<Found> recent(List<Job> jobs, Predicate<BuildSummary> filter, long now) {
        var open = new PriorityQueue<Cursor>(Comparator.<Cursor>comparingLong(cursor -> -cursor.build.timestamp())
                .thenComparing(cursor -> cursor.job.path().key()));
        for (var job : jobs) {
            var newest = job.newest();
            if (newest != null) open.add(new Cursor(job, newest));
        }
        var found = new ArrayList<Found>();
        for (int i = 0; i < LOOKED_AT && found.size() < MOST; i++) {
            var cursor = open.poll();
            if (cursor == null) break;
            var build = cursor.build;
            if (found.size() >= AT_LEAST && build.timestamp() < now - NEW) break;
            if (build.result() != null && filter.test(build)) found.add(new Found(cursor.job, build));
            if (cursor.advance()) open.add(cursor);
        }
        return found;
    }

    static boolean isFailed(BuildSummary build) {
        return build.result() != Result.SUCCESS;
    }

    /** The newest build of each job, running or not, in the order of the jobs. */
    static List<Found> latest(List<Job> jobs) {
        var found = new ArrayList<Found>();
        for (var job : jobs) {
            var newest = job.newest();
            if (newest != null && found.size() < MOST) found.add(new Found(job, newest));
        }
        return found;
    }

    /** The builds of one job. Its history is read only when the feed goes beyond the newest one. */
    private final class Cursor {
        private final Job job;
        private BuildSummary build;
        private @Nullable Iterator<BuildSummary> older;

        Cursor(Job job, BuildSummary newest) {
            this.job = job;
            this.build = newest;
        }

        boolean advance() {
            var rest = older;
            if (rest == null) {
                older = rest = new OlderBuilds(builds.history(job.id()), build.number()).iterator();
            }
            if (!rest.hasNext()) return false;
            build = rest.next();
            return true;
        }
    }
}
