package hobson.remote.read;

import hobson.engine.item.Definitions;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.item.JobRegistry;
import hobson.engine.node.BuiltInNode;
import hobson.engine.queue.Queue;
import hobson.engine.queue.QueueItem;
import hobson.remote.read.LoadStatistics.Counts;
import hobson.remote.read.LoadStatistics.Scope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the load statistics of the server, of what has no label, and of the labels of the built-in node. */
final class LoadRecorder {
    private final JobRegistry jobs;
    private final Definitions definitions;
    private final Queue queue;
    private final BuiltInNode node;
    private final LoadStatistics server = new LoadStatistics(Scope.SERVER);
    private final LoadStatistics unlabeled = new LoadStatistics(Scope.UNLABELED);
    private final Map<String, LoadStatistics> byLabel = new LinkedHashMap<>();

    LoadRecorder(ReadServices services) {
        this.jobs = services.jobs();
        this.definitions = services.definitions();
        this.queue = services.queue();
        this.node = services.node();
        node.labels().forEach(label -> byLabel.put(label, new LoadStatistics(Scope.LABEL)));
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
        int executors = node.executorCount();
        int busy = node.busy();
        server.add(new Counts(executors, busy, all, all));
        int free = waiting.getOrDefault("", 0);
        unlabeled.add(node.exclusive() ? new Counts(0, 0, free, all) : new Counts(executors, busy, free, all));
        byLabel.forEach((label, load) -> load.add(new Counts(executors, busy, waiting.getOrDefault(label, 0), all)));
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
            case Placement.BuiltIn _ -> BuiltInNode.SELF_LABEL;
            case Placement.Labelled(var expression) -> expression;
        };
    }
}
