package hobson.remote.read;

import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.node.Node;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which jobs ask for a label. Each job's definition is read once for this, until the job changes. Used by many threads. */
final class TiedJobs {
    /** So many jobs that are gone may be remembered. */
    private static final int SLACK = 1_000;

    private final ItemRegistry jobs;
    private final Definitions definitions;
    private final Map<Long, Tie> ties = new ConcurrentHashMap<>();

    /** @param label empty for a job that may run anywhere */
    private record Tie(long version, String label) {}

    TiedJobs(ItemRegistry jobs, Definitions definitions) {
        this.jobs = jobs;
        this.definitions = definitions;
    }

    /** By name. Reads the definitions of jobs that changed. */
    List<Job> to(String label) {
        var all = jobs.all();
        if (ties.size() > all.size() + SLACK) ties.clear();
        return all.stream().filter(job -> label(job).equals(label)).toList();
    }

    private String label(Job job) {
        var known = ties.get(job.id());
        if (known != null && known.version == job.version()) return known.label;
        var label = switch (definitions.of(job).label()) {
            case Placement.Anywhere _ -> "";
            case Placement.BuiltIn _ -> Node.BUILT_IN_LABEL;
            case Placement.Labelled(var expression) -> LabelText.normal(expression);
        };
        ties.put(job.id(), new Tie(job.version(), label));
        return label;
    }
}
