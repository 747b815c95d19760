package hobson.engine.queue;

import hobson.engine.build.Build;
import hobson.engine.build.Builds;
import hobson.engine.build.Estimate;
import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.item.JobGraph;
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
    private final Definitions definitions;
    private final JobGraph graph;
    private final Builds builds;
    private final InstantSource clock;

    public Blockage(ItemRegistry jobs, Definitions definitions, JobGraph graph, Builds builds, InstantSource clock) {
        this.jobs = jobs;
        this.definitions = definitions;
        this.graph = graph;
        this.builds = builds;
        this.clock = clock;
    }

    /** @param queued says of a job whether triggers of it wait */
    @Nullable
    Why of(QueueItem item, LongPredicate queued) {
        var job = jobs.find(item.jobId()).orElse(null);
        return job == null ? null : of(job, definitions.of(job), queued);
    }

    private @Nullable Why of(Job job, JobDefinition definition, LongPredicate queued) {
        if (!definition.concurrent()) {
            var build = builds.runningOf(job.id());
            if (build != null) {
                return new Why.InProgress(build.number(), remaining(build));
            }
        }
        LongPredicate busy = id -> queued.test(id) || builds.runningOf(id) != null;
        if (definition.blockedByDownstream()) {
            var downstream = graph.anyDownstream(job, busy);
            if (downstream != null) {
                return new Why.DownstreamBuilding(downstream.path().fullName());
            }
        }
        if (definition.blockedByUpstream()) {
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
