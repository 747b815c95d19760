package hobson.remote.monitor;

import hobson.engine.build.Builds;
import hobson.engine.node.Computers;
import hobson.engine.node.ExecutorCount;
import hobson.engine.queue.Queue;
import hobson.engine.queue.QueueView;
import java.util.Map;
import java.util.TreeMap;

/** Queue, executors and builds, as numbers without names. */
public final class EngineMetrics implements Metrics {
    private final Queue queue;
    private final Computers computers;
    private final Builds builds;

    public EngineMetrics(Queue queue, Computers computers, Builds builds) {
        this.queue = queue;
        this.computers = computers;
        this.builds = builds;
    }

    @Override
    public void write(MetricsText text) {
        queue(text);
        text.gauge("hobson_quieting_down", "1 while no builds are begun.")
                .value(queue.quietingDown().isPresent() ? 1 : 0);
        var executors = ExecutorCount.online(computers.all());
        text.gauge("hobson_executors", "Executors of nodes that are online.").value(executors.all());
        text.gauge("hobson_executors_busy", "Executors that are taken.").value(executors.busy());
        text.gauge("hobson_builds_running", "Builds in progress.")
                .value(builds.running().size());
        text.histogram("hobson_build_duration_seconds", "Builds that ended since the start of the server, by result.");
        builds.endings().byResult().forEach((result, durations) -> text.value(durations, "result", result.name()));
    }

    private void queue(MetricsText text) {
        Map<String, Long> lengths = new TreeMap<>(Map.of("waiting", 0L, "blocked", 0L, "buildable", 0L, "pending", 0L));
        long stuck = 0;
        for (var view : queue.views()) {
            lengths.computeIfPresent(state(view), (_, count) -> count + 1);
            stuck += view instanceof QueueView.Buildable buildable && buildable.stuck() ? 1 : 0;
        }
        text.gauge("hobson_queue_items", "Items of the queue, by state.");
        lengths.forEach((state, count) -> text.value(count, "state", state));
        text.gauge("hobson_queue_items_stuck", "Buildable items that cannot start as things are.")
                .value(stuck);
    }

    private static String state(QueueView view) {
        return switch (view) {
            case QueueView.Waiting _ -> "waiting";
            case QueueView.Blocked _ -> "blocked";
            case QueueView.Buildable buildable -> buildable.pending() ? "pending" : "buildable";
            case QueueView.Left _ -> "left";
        };
    }
}
