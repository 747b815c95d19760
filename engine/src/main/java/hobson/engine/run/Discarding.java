package hobson.engine.run;

import hobson.engine.build.BuildId;
import hobson.engine.build.Builds;
import hobson.engine.build.Discarder;
import hobson.engine.build.Permalink;
import hobson.engine.event.Change;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.time.Pace;
import java.lang.System.Logger.Level;

/** Discards old builds after a new one, on a thread of its own: the next build of the job need not wait for it. Used by many threads. */
final class Discarding {
    private static final System.Logger LOG = System.getLogger(Discarding.class.getName());

    private final Builds builds;
    private final ItemRegistry jobs;
    private final Pace pace;
    private volatile boolean closed;

    Discarding(Builds builds, ItemRegistry jobs, Pace pace) {
        this.builds = builds;
        this.jobs = jobs;
        this.pace = pace;
    }

    /** Returns at once. */
    void begin(JobDefinition definition, Job job) {
        definition
                .part(Discarder.class)
                .ifPresent(discarder -> pace.begin("discard-" + job.id(), () -> discard(discarder, job)));
    }

    private void discard(Discarder discarder, Job job) {
        try {
            var now = pace.clock().instant();
            var history = builds.history(job.id());
            var discards =
                    discarder.select(history.newest(Integer.MAX_VALUE), number -> isProtected(job.id(), number), now);
            for (int number : discards.builds()) {
                var _ = builds.delete(new BuildId(job.id(), number), Change.bySystem(now));
            }
            for (int number : discards.artifacts()) {
                builds.deleteArtifacts(new BuildId(job.id(), number));
            }
        } catch (RuntimeException e) {
            if (!closed && jobs.find(job.id()).isPresent()) {
                LOG.log(
                        Level.WARNING,
                        "old builds of " + job.path() + " were not discarded; the next build tries again",
                        e);
            }
        }
    }

    private boolean isProtected(long jobId, int number) {
        var history = builds.history(jobId);
        return history.number(Permalink.LAST_SUCCESSFUL).orElse(0) == number
                || history.number(Permalink.LAST_STABLE).orElse(0) == number
                || builds.find(jobId, number)
                        .map(b -> b.keep() || b.inProgress())
                        .orElse(false);
    }

    /** What fails from now on fails because the server ends. */
    void close() {
        closed = true;
    }
}
