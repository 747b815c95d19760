package hobson.engine.scm;

import hobson.engine.Refusal;
import hobson.engine.build.Cause;
import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.item.KeyIndex;
import hobson.engine.scm.Scm.Interest;
import hobson.engine.trigger.AutomaticBuilds;
import hobson.engine.trigger.JobTrigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of new commits in a repository, and the jobs that heed it: those which look for changes of that repository's
 * branches and have not said that they ignore notices ({@code endpoints.md §14}). Asks for nobody's permission.
 */
public final class CommitNotices {
    private final KeyIndex repositories;
    private final ItemRegistry jobs;
    private final Definitions definitions;
    private final AutomaticBuilds builds;
    private final Consumer<Job> poll;

    /**
     * @param repositories by {@link RepositoryAddress#key}
     * @param poll lets the job look for changes, soon
     */
    public CommitNotices(
            KeyIndex repositories,
            ItemRegistry jobs,
            Definitions definitions,
            AutomaticBuilds builds,
            Consumer<Job> poll) {
        this.repositories = repositories;
        this.jobs = jobs;
        this.definitions = definitions;
        this.builds = builds;
        this.poll = poll;
    }

    /**
     * @param noJobs there is no job at all with a repository
     * @param concerned whether there are jobs for which the commits are, perhaps disabled ones
     */
    public record Heard(boolean noJobs, boolean concerned, List<Heeding> heeding) {
        public Heard {
            heeding = List.copyOf(heeding);
        }
    }

    /** @param looks rather than being built */
    public record Heeding(Job job, boolean looks) {}

    /**
     * @param branches none for any
     * @param revision the commit that is to be built; null to look for it
     */
    public Heard hear(RepositoryAddress repository, List<String> branches, @Nullable String revision) {
        boolean concerned = false;
        var heeding = new ArrayList<Heeding>();
        for (var job : candidates(repository)) {
            var interest = interest(definitions.of(job), repository, branches);
            concerned |= interest != Interest.NONE;
            if (interest != Interest.NONE && job.buildable()) {
                heed(job, interest == Interest.CERTAIN ? revision : null).ifPresent(heeding::add);
            }
        }
        return new Heard(repositories.isEmpty(), concerned, heeding);
    }

    private List<Job> candidates(RepositoryAddress repository) {
        return repositories.jobs(repository.key()).stream()
                .map(jobs::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(job -> job.path().key()))
                .toList();
    }

    private static Interest interest(JobDefinition job, RepositoryAddress repository, List<String> branches) {
        boolean heeds = job.triggers(JobTrigger.Polling.class).stream().anyMatch(polling -> !polling.ignoresNotices());
        return heeds
                ? job.part(Scm.class)
                        .map(scm -> scm.interest(repository, branches))
                        .orElse(Interest.NONE)
                : Interest.NONE;
    }

    private Optional<Heeding> heed(Job job, @Nullable String revision) {
        try {
            if (revision == null) {
                poll.accept(job);
            } else {
                builds.submit(job, List.of(new Cause.Commit(revision)));
            }
            return Optional.of(new Heeding(job, revision == null));
        } catch (Refusal e) {
            return Optional.empty(); // disabled or deleted in the meantime
        }
    }
}
