package hobson.engine.queue;

import hobson.engine.node.Computer;
import hobson.engine.node.Computers;
import hobson.engine.node.LabelExpression;
import hobson.engine.queue.JobNeeds.Needs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which nodes may run an item, and what to say of one that waits for them ({@code queue-and-scheduling.md §5, §7}). */
public final class PlacementRule {
    private final JobNeeds jobs;
    private final Computers computers;

    public PlacementRule(JobNeeds jobs, Computers computers) {
        this.jobs = jobs;
        this.computers = computers;
    }

    /** Null when the definition of its job must be read first. */
    @Nullable
    Needs inMemory(QueueItem item) {
        return jobs.inMemory(item);
    }

    /** Reads the definition of its job if need be. */
    Needs of(QueueItem item) {
        return jobs.of(item);
    }

    /**
     * Of these nodes the one that the item's job is built on whenever it can: its workspace is there. Null when it may run on none.
     *
     * @param idle have an idle executor, and are online
     */
    @Nullable
    Computer choose(QueueItem item, Needs needs, List<Computer> idle) {
        Computer best = null;
        double bestScore = 0;
        for (var computer : idle) {
            if (refusal(computer, needs) == null) {
                double score = score(item.jobId(), computer);
                if (best == null || score > bestScore) {
                    best = computer;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    /** Rendezvous hashing, weighted by executors: when nodes come and go, few jobs move. */
    private static double score(long job, Computer computer) {
        long mixed = (job * 0x9E3779B97F4A7C15L + computer.name().hashCode()) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
        double uniform = ((mixed >>> 11) + 1) * 0x1p-53;
        return computer.executors().count() / -Math.log(uniform);
    }

    private static Why.@Nullable NodeRefusal refusal(Computer computer, Needs needs) {
        if (needs.label() != null && !needs.label().matches(computer.labels())) {
            return new Why.NodeRefusal.LabelMissing(
                    computer.name(), needs.label().toString());
        }
        if (needs.label() == null && computer.node().isExclusive()) {
            return new Why.NodeRefusal.Reserved(computer.name());
        }
        return computer.isOnline() ? null : new Why.NodeRefusal.Offline(computer.name());
    }

    /** Whether all nodes that the item asks for by a label are offline. */
    boolean isOffline(QueueItem item) {
        var label = of(item).label();
        return label != null && computers.of(label).stream().noneMatch(Computer::isOnline);
    }

    Why reason(QueueItem item) {
        var needs = of(item);
        // without agents there is no use in talking of nodes
        var label = computers.hasAgents() ? needs.label() : null;
        var carriers = label == null ? computers.all() : computers.of(label);
        if (label != null && carriers.stream().noneMatch(Computer::isOnline)) {
            return offline(label, carriers);
        }
        if (carriers.stream().anyMatch(computer -> computer.idleExecutors() > 0)) {
            var refusals = refusals(needs);
            if (!refusals.isEmpty()) {
                return new Why.Refused(refusals);
            }
        }
        return label == null ? new Why.NoIdleExecutor() : busy(label, carriers);
    }

    private static Why offline(LabelExpression label, List<Computer> carriers) {
        return switch (carriers.size()) {
            case 0 -> new Why.LabelUnknown(label.toString());
            case 1 -> new Why.NodeOffline(carriers.getFirst().name());
            default -> new Why.LabelOffline(label.toString());
        };
    }

    private static Why busy(LabelExpression label, List<Computer> carriers) {
        return carriers.size() == 1
                ? new Why.NodeBusy(carriers.getFirst().name())
                : new Why.LabelBusy(label.toString());
    }

    /** What each node with an idle executor says; nothing when one of them takes the item. */
    private List<Why.NodeRefusal> refusals(Needs needs) {
        var refusals = new ArrayList<Why.NodeRefusal>();
        for (var computer : computers.all()) {
            if (computer.executors().hasIdle()) {
                var refusal = refusal(computer, needs);
                if (refusal == null) {
                    return List.of();
                }
                refusals.add(refusal);
            }
        }
        return refusals;
    }
}
