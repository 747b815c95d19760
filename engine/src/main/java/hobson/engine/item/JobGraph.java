package hobson.engine.item;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which jobs trigger which, as their definitions say. */
public final class JobGraph {
    private final ItemRegistry jobs;

    public JobGraph(ItemRegistry jobs) {
        this.jobs = jobs;
    }

    /** Jobs that this one triggers, whichever of the two says so; each once, by name. */
    public List<Job> downstream(Job job) {
        return once(
                named(job, job.wiring().downstream()), naming(jobs.references().listening(job.path())));
    }

    /** Jobs that trigger this one, as {@link #downstream}. */
    public List<Job> upstream(Job job) {
        return once(
                named(job, job.wiring().upstream()), naming(jobs.references().triggering(job.path())));
    }

    /** Jobs that builds of this one trigger because those jobs say so, by name. */
    public List<Job> listeners(Job job) {
        return once(List.of(), naming(jobs.references().listening(job.path())));
    }

    private List<Job> named(Job owner, List<String> names) {
        return names.stream()
                .map(owner::reference)
                .flatMap(Optional::stream)
                .map(jobs::find)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Job> naming(Collection<Long> ids) {
        return ids.stream().map(jobs::find).flatMap(Optional::stream).toList();
    }

    private static List<Job> once(List<Job> named, List<Job> naming) {
        return Stream.concat(named.stream(), naming.stream())
                .distinct()
                .sorted(Comparator.comparing(job -> job.path().key()))
                .toList();
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
