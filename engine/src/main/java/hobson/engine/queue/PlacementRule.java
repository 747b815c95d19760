package hobson.engine.queue;

import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.node.Computer;
import hobson.engine.node.Computers;
import hobson.engine.node.LabelExpression;
import hobson.engine.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which nodes may run an item, and what to say of one that waits for them ({@code queue-and-scheduling.md §5, §7}). */
public final class PlacementRule {
    private static final int MOST_WISHES = 100_000;

    private static final Wish NOWHERE_SPECIAL = new Wish(0, null, false);

    private final ItemRegistry jobs;
    private final Definitions definitions;
    private final Computers computers;

    /** What each job wants; read once, until the job changes. */
    private final Map<Long, Wish> wishes = new ConcurrentHashMap<>();

    /**
     * What a job wants.
     *
     * @param label null for any node that takes jobs without a label
     * @param concurrent whether several builds of the job may run at once
     */
    private record Wish(long version, @Nullable LabelExpression label, boolean concurrent) {}

    public PlacementRule(ItemRegistry jobs, Definitions definitions, Computers computers) {
        this.jobs = jobs;
        this.definitions = definitions;
        this.computers = computers;
    }

    private Wish wish(QueueItem item) {
        return jobs.find(item.jobId()).map(this::wish).orElse(NOWHERE_SPECIAL);
    }

    private Wish wish(Job job) {
        var known = wishes.get(job.id());
        if (known != null && known.version == job.version()) {
            return known;
        }
        if (wishes.size() >= MOST_WISHES) {
            wishes.clear();
        }
        var definition = definitions.of(job);
        var wish = new Wish(job.version(), label(definition.label()), definition.concurrent());
        wishes.put(job.id(), wish);
        return wish;
    }

    private static @Nullable LabelExpression label(Placement placement) {
        return switch (placement) {
            case Placement.Anywhere _ -> null;
            case Placement.BuiltIn _ -> LabelExpression.parse(Node.BUILT_IN_LABEL);
            case Placement.Labelled(var expression) -> LabelExpression.parse(expression);
        };
    }

    boolean concurrent(QueueItem item) {
        return wish(item).concurrent;
    }

    /**
     * Of these nodes the one that the item's job is built on whenever it can: its workspace is there. Null when it may run on none.
     *
     * @param idle have an idle executor, and are online
     */
    @Nullable
    Computer choose(QueueItem item, List<Computer> idle) {
        var wish = wish(item);
        Computer best = null;
        double bestScore = 0;
        for (var computer : idle) {
            if (refusal(computer, wish) == null) {
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

    private static Why.@Nullable NodeRefusal refusal(Computer computer, Wish wish) {
        if (wish.label != null && !wish.label.matches(computer.labels())) {
            return new Why.NodeRefusal.LabelMissing(computer.name(), wish.label.toString());
        }
        if (wish.label == null && computer.node().isExclusive()) {
            return new Why.NodeRefusal.Reserved(computer.name());
        }
        return computer.isOnline() ? null : new Why.NodeRefusal.Offline(computer.name());
    }

    /** Whether all nodes that the item asks for by a label are offline. */
    boolean isOffline(QueueItem item) {
        var label = wish(item).label;
        return label != null && computers.of(label).stream().noneMatch(Computer::isOnline);
    }

    Why reason(QueueItem item) {
        var wish = wish(item);
        // without agents there is no use in talking of nodes
        var label = computers.hasAgents() ? wish.label : null;
        var carriers = label == null ? computers.all() : computers.of(label);
        if (label != null && carriers.stream().noneMatch(Computer::isOnline)) {
            return offline(label, carriers);
        }
        if (carriers.stream().anyMatch(computer -> computer.idleExecutors() > 0)) {
            var refusals = refusals(wish);
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
    private List<Why.NodeRefusal> refusals(Wish wish) {
        var refusals = new ArrayList<Why.NodeRefusal>();
        for (var computer : computers.all()) {
            if (computer.executors().hasIdle()) {
                var refusal = refusal(computer, wish);
                if (refusal == null) {
                    return List.of();
                }
                refusals.add(refusal);
            }
        }
        return refusals;
    }
}
