package hobson.engine.queue;

import hobson.engine.build.Build;
import hobson.engine.build.Builds;
import hobson.engine.build.Estimate;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.JobGraph;
import hobson.engine.queue.JobNeeds.Needs;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The rules by which a due item may not start yet ({@code queue-and-scheduling.md §6}). */
public final class Blockage {
    private static final long DAY = 24L * 60 * 60 * 1000;
    private static final long SHORTEST_ESTIMATE = 60_000;
    private static final int OVERDUE = 10;

    private final ItemRegistry jobs;
    private final JobNeeds needs;
    private final JobGraph graph;
    private final Builds builds;
    private final InstantSource clock;

    public Blockage(ItemRegistry jobs, JobNeeds needs, JobGraph graph, Builds builds, InstantSource clock) {
        this.jobs = jobs;
        this.needs = needs;
        this.graph = graph;
        this.builds = builds;
        this.clock = clock;
    }

    /** @param queued says of a job whether triggers of it wait */
    @Nullable
    Why of(QueueItem item, LongPredicate queued) {
        var job = jobs.find(item.jobId()).orElse(null);
        return job == null ? null : of(job, needs.of(job), queued);
    }

    private @Nullable Why of(Job job, Needs needs, LongPredicate queued) {
        var build = inTheWay(job, needs);
        return build == null ? neighbour(job, needs, queued) : new Why.InProgress(build.number(), remaining(build));
    }

    /** As {@link #of}, and reads nothing. */
    boolean isBlocked(QueueItem item, Needs needs, LongPredicate queued) {
        return jobs.find(item.jobId())
                .filter(job -> inTheWay(job, needs) != null || neighbour(job, needs, queued) != null)
                .isPresent();
    }

    private @Nullable Build inTheWay(Job job, Needs needs) {
        return needs.concurrent() ? null : builds.runningOf(job.id());
    }

    private @Nullable Why neighbour(Job job, Needs needs, LongPredicate queued) {
        LongPredicate busy = id -> queued.test(id) || builds.runningOf(id) != null;
        if (needs.blockedByDownstream()) {
            var downstream = graph.anyDownstream(job, busy);
            if (downstream != null) {
                return new Why.DownstreamBuilding(downstream.path().fullName());
            }
        }
        if (needs.blockedByUpstream()) {
            var upstream = graph.anyUpstream(job, busy);
            if (upstream != null) {
                return new Why.UpstreamBuilding(upstream.path().fullName());
            }
        }
        return null;
    }

    /**
     * Whether an item has waited for an executor for so long that something must be wrong ({@code queue-and-scheduling.md §8}).
     *
     * @param waited milliseconds
     */
    boolean isOverdue(QueueItem item, long waited) {
        if (waited <= SHORTEST_ESTIMATE * OVERDUE || jobs.find(item.jobId()).isEmpty()) {
            return false;
        }
        long estimate = Estimate.of(builds.history(item.jobId()));
        return waited > (estimate == Estimate.UNKNOWN ? DAY : Math.max(estimate, SHORTEST_ESTIMATE) * OVERDUE);
    }

    private OptionalLong remaining(Build build) {
        long estimate = Estimate.of(builds.history(build.jobId()));
        long left = estimate - (clock.millis() - build.startTime());
        return estimate == Estimate.UNKNOWN || left <= 0 ? OptionalLong.empty() : OptionalLong.of(left);
    }
}
