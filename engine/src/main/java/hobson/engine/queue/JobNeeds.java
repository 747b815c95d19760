package hobson.engine.queue;

import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.node.LabelExpression;
import hobson.engine.node.Node;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the queue must know of the definitions of jobs; of each it is read once, until the job changes. Used by many threads. */
public final class JobNeeds {
    private static final int MOST = 100_000;

    private static final Needs NOTHING = new Needs(0, null, false, false, false);

    private final ItemRegistry jobs;
    private final Definitions definitions;
    private final Map<Long, Needs> known = new ConcurrentHashMap<>();

    /**
     * Of one job.
     *
     * @param label null for any node that takes jobs without a label
     * @param concurrent whether several builds of the job may run at once
     */
    record Needs(
            long version,
            @Nullable LabelExpression label,
            boolean concurrent,
            boolean blockedByUpstream,
            boolean blockedByDownstream) {}

    public JobNeeds(ItemRegistry jobs, Definitions definitions) {
        this.jobs = jobs;
        this.definitions = definitions;
    }

    /** Nothing for a job that is gone. Reads the definition if need be: not under a lock that others wait for. */
    Needs of(QueueItem item) {
        return jobs.find(item.jobId()).map(this::of).orElse(NOTHING);
    }

    Needs of(Job job) {
        var needs = inMemory(job);
        return needs == null ? read(job) : needs;
    }

    /** Null when the definition would have to be read. */
    @Nullable
    Needs inMemory(QueueItem item) {
        var job = jobs.find(item.jobId());
        return job.isEmpty() ? NOTHING : inMemory(job.get());
    }

    private @Nullable Needs inMemory(Job job) {
        var needs = known.get(job.id());
        return needs != null && needs.version == job.version() ? needs : null;
    }

    private Needs read(Job job) {
        if (known.size() >= MOST) {
            known.clear();
        }
        var definition = definitions.of(job);
        var needs = new Needs(
                job.version(),
                label(definition.label()),
                definition.concurrent(),
                definition.blockedByUpstream(),
                definition.blockedByDownstream());
        known.put(job.id(), needs);
        return needs;
    }

    private static @Nullable LabelExpression label(Placement placement) {
        return switch (placement) {
            case Placement.Anywhere _ -> null;
            case Placement.BuiltIn _ -> LabelExpression.parse(Node.BUILT_IN_LABEL);
            case Placement.Labelled(var expression) -> LabelExpression.parse(expression);
        };
    }
}
