package hobson.engine.item;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Which jobs trigger which, as their definitions say. */
public final class JobGraph {
    private final JobRegistry jobs;

    public JobGraph(JobRegistry jobs) {
        this.jobs = jobs;
    }

    /** Jobs that this one triggers, each once, in the order of its definition. */
    public List<Job> downstream(Job job) {
        return job.downstream().stream()
                .map(job::reference)
                .flatMap(Optional::stream)
                .map(jobs::find)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Jobs that trigger this one, by name. */
    public List<Job> upstream(Job job) {
        return jobs.triggering(job.path());
    }

    /** A job after this one, however far, that the predicate holds for; null when there is none. */
    public @Nullable Job anyDownstream(Job job, LongPredicate holds) {
        return search(job, this::downstream, holds);
    }

    /** A job before this one, however far, that the predicate holds for; null when there is none. */
    public @Nullable Job anyUpstream(Job job, LongPredicate holds) {
        return search(job, this::upstream, holds);
    }

    private static @Nullable Job search(Job start, Function<Job, List<Job>> next, LongPredicate holds) {
        var seen = new HashSet<Long>();
        seen.add(start.id());
        var open = new ArrayDeque<>(next.apply(start));
        for (var job = open.poll(); job != null; job = open.poll()) {
            if (seen.add(job.id())) {
                if (holds.test(job.id())) {
                    return job;
                }
                open.addAll(next.apply(job));
            }
        }
        return null;
    }
}
