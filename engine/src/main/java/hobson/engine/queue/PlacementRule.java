package hobson.engine.queue;

import hobson.engine.item.Definitions;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.item.JobRegistry;
import hobson.engine.node.BuiltInNode;

/** Which items the built-in node may run, and what to say of those that wait for it. */
public final class PlacementRule {
    private final JobRegistry jobs;
    private final Definitions definitions;
    private final BuiltInNode node;

    public PlacementRule(JobRegistry jobs, Definitions definitions, BuiltInNode node) {
        this.jobs = jobs;
        this.definitions = definitions;
        this.node = node;
    }

    private Placement placement(QueueItem item) {
        return jobs.find(item.jobId()).map(job -> definitions.of(job).label()).orElseGet(Placement.Anywhere::new);
    }

    boolean accepts(QueueItem item) {
        return node.accepts(placement(item));
    }

    /** Whether several builds of the item's job may run at once. */
    boolean concurrent(QueueItem item) {
        return jobs.find(item.jobId())
                .map(job -> definitions.of(job).concurrent())
                .orElse(false);
    }

    Why reason(QueueItem item, boolean accepted) {
        var placement = placement(item);
        if (!accepted && node.hasIdleExecutor()) {
            return placement instanceof Placement.Labelled(var expression)
                    ? new Why.LabelMissing(expression)
                    : new Why.Reserved();
        }
        return placement instanceof Placement.BuiltIn ? new Why.NoIdleExecutorOnBuiltIn() : new Why.NoIdleExecutor();
    }
}
