package hobson.remote.read;

import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.node.Computer;
import hobson.engine.node.Computers;
import hobson.engine.node.ExecutorCount;
import hobson.engine.node.Node;
import hobson.engine.queue.Queue;
import hobson.engine.queue.QueueItem;
import hobson.remote.read.LoadStatistics.Counts;
import hobson.remote.read.LoadStatistics.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the load statistics of the server, of what has no label, and of the labels that nodes have. */
final class LoadRecorder {
    private final ItemRegistry jobs;
    private final Definitions definitions;
    private final Queue queue;
    private final Computers computers;
    private final LoadStatistics server = new LoadStatistics(Scope.SERVER);
    private final LoadStatistics unlabeled = new LoadStatistics(Scope.UNLABELED);
    private final Map<String, LoadStatistics> byLabel = new ConcurrentHashMap<>();

    LoadRecorder(ReadServices services) {
        this.jobs = services.jobs();
        this.definitions = services.definitions();
        this.queue = services.queue();
        this.computers = services.computers();
    }

    LoadStatistics server() {
        return server;
    }

    LoadStatistics unlabeled() {
        return unlabeled;
    }

    /** Nothing but zeros for a label that no node has. */
    LoadStatistics of(String label) {
        var known = byLabel.get(label);
        return known == null ? new LoadStatistics(Scope.LABEL) : known;
    }

    /** Takes the state of this moment; called every ten seconds. */
    void record() {
        var waiting = waiting();
        int all = waiting.values().stream().mapToInt(Integer::intValue).sum();
        var nodes = computers.all();
        server.add(counts(nodes, all, all));
        var open = nodes.stream().filter(node -> !node.node().isExclusive()).toList();
        unlabeled.add(counts(open, waiting.getOrDefault("", 0), all));
        var carriers = carriers(nodes);
        byLabel.keySet().retainAll(carriers.keySet());
        carriers.forEach((label, nodesOf) -> byLabel.computeIfAbsent(label, _ -> new LoadStatistics(Scope.LABEL))
                .add(counts(nodesOf, waiting.getOrDefault(label, 0), all)));
    }

    private static Map<String, List<Computer>> carriers(List<Computer> nodes) {
        var carriers = new HashMap<String, List<Computer>>();
        for (var node : nodes) {
            node.labels()
                    .forEach(label -> carriers.computeIfAbsent(label, _ -> new ArrayList<>())
                            .add(node));
        }
        return carriers;
    }

    private static Counts counts(List<Computer> nodes, int queued, int allQueued) {
        int defined = nodes.stream().mapToInt(node -> node.node().executors()).sum();
        var online = ExecutorCount.online(nodes);
        return new Counts(defined, online.all(), online.busy(), queued, allQueued);
    }

    /** How many items wait for an executor, by the label that they ask for; the empty one for those that ask for none. */
    private Map<String, Integer> waiting() {
        var waiting = new HashMap<String, Integer>();
        for (var demand : queue.demand()) {
            waiting.merge(label(demand.first()), demand.count(), Integer::sum);
        }
        return waiting;
    }

    private String label(QueueItem item) {
        var placement = jobs.find(item.jobId()).map(job -> definitions.of(job).label());
        return switch (placement.orElseGet(Placement.Anywhere::new)) {
            case Placement.Anywhere _ -> "";
            case Placement.BuiltIn _ -> Node.BUILT_IN_LABEL;
            case Placement.Labelled(var expression) -> expression;
        };
    }
}
