package hobson.remote.feed;

import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
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
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses the builds that a feed tells of, newest first (remote-api.md §9.1). */
final class FeedBuilds {
    private static final int AT_LEAST = 10;
    private static final long NEW = Duration.ofDays(7).toMillis();

    /** However much happened: a reader sees no more, and nobody waits longer for a feed. */
    private static final int MOST = 2_000;

    private static final int LOOKED_AT = 50_000;

    /** Of the records, which must be read. */
    private static final int RECORDS_LOOKED_AT = 5_000;

    private static final int TOGETHER = 32;

    private final Builds builds;

    FeedBuilds(Builds builds) {
        this.builds = builds;
    }

    record Found(Job job, BuildSummary build) {
        BuildId id() {
            return new BuildId(job.id(), build.number());
        }
    }

    /** Ten builds that have ended, and those of the last week. */
    List<Found> recent(List<Job> jobs, Predicate<BuildSummary> filter, long now) {
        var newest = new NewestFirst(jobs);
        var found = new ArrayList<Found>();
        for (int i = 0; i < LOOKED_AT && found.size() < MOST; i++) {
            var next = newest.next();
            if (next == null || isOld(found.size(), next, now)) break;
            if (next.build.result() != null && filter.test(next.build)) found.add(next);
        }
        return found;
    }

    private static boolean isOld(int found, Found next, long now) {
        return found >= AT_LEAST && next.build.timestamp() < now - NEW;
    }

    /** As {@link #recent}, of those whose record is wanted; looks at some thousand records and no more. */
    List<Found> recentOf(List<Job> jobs, Predicate<Build> wanted, Predicate<Found> filter, long now) {
        var found = new ArrayList<Found>();
        look(jobs, wanted, next -> {
            if (found.size() >= MOST || isOld(found.size(), next, now)) return false;
            if (next.build.result() != null && filter.test(next)) found.add(next);
            return true;
        });
        return found;
    }

    /** Every build whose record is wanted, running or not, newest first; looks at some thousand records and no more. */
    List<Found> allOf(List<Job> jobs, Predicate<Build> wanted, Predicate<BuildSummary> filter) {
        var found = new ArrayList<Found>();
        look(jobs, wanted, next -> {
            if (filter.test(next.build)) found.add(next);
            return found.size() < MOST;
        });
        return found;
    }

    /** The newest build of each job whose record is wanted, in the order of the jobs' names. */
    List<Found> latestOf(List<Job> jobs, Predicate<Build> wanted) {
        var found = new TreeMap<String, Found>();
        look(jobs, wanted, next -> {
            found.putIfAbsent(next.job.path().key(), next);
            return found.size() < jobs.size();
        });
        return List.copyOf(found.values());
    }

    private void look(List<Job> jobs, Predicate<Build> wanted, Predicate<Found> more) {
        var newest = new NewestFirst(jobs);
        for (int looked = 0; looked < RECORDS_LOOKED_AT; looked += TOGETHER) {
            var some = newest.next(TOGETHER);
            if (some.isEmpty()) return;
            builds.prefetch(some.stream().map(Found::id).toList());
            for (var next : some) {
                boolean is = builds.find(next.job.id(), next.build.number())
                        .filter(wanted)
                        .isPresent();
                if (is && !more.test(next)) return;
            }
        }
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

    /** The builds of several jobs. */
    private final class NewestFirst {
        private final PriorityQueue<Cursor> open =
                new PriorityQueue<>(Comparator.<Cursor>comparingLong(cursor -> -cursor.build.timestamp())
                        .thenComparing(cursor -> cursor.job.path().key()));

        NewestFirst(List<Job> jobs) {
            for (var job : jobs) {
                var newest = job.newest();
                if (newest != null) open.add(new Cursor(job, newest));
            }
        }

        /** Null at the end. */
        @Nullable
        Found next() {
            var cursor = open.poll();
            if (cursor == null) return null;
            var found = new Found(cursor.job, cursor.build);
            if (cursor.advance()) open.add(cursor);
            return found;
        }

        List<Found> next(int count) {
            var some = new ArrayList<Found>(count);
            for (var found = next(); found != null; found = some.size() < count ? next() : null) {
                some.add(found);
            }
            return some;
        }
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
