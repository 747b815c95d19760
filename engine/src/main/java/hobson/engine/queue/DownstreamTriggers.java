package hobson.engine.queue;

import hobson.engine.build.Build;
import hobson.engine.build.Cause;
import hobson.engine.build.Result;
import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.JobGraph;
import hobson.engine.run.BuildLog;
import hobson.engine.run.Downstream;
import hobson.engine.trigger.JobTrigger;
import hobson.engine.user.Caller;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Puts the jobs that a build triggers into the queue ({@code queue-and-scheduling.md §13}). */
public final class DownstreamTriggers implements Downstream {

    private final ItemRegistry jobs;
    private final JobGraph graph;
    private final Definitions definitions;
    private final Triggers triggers;
    private final ParameterDefaults defaults;

    public DownstreamTriggers(
            ItemRegistry jobs, JobGraph graph, Definitions definitions, Triggers triggers, ParameterDefaults defaults) {
        this.jobs = jobs;
        this.graph = graph;
        this.definitions = definitions;
        this.triggers = triggers;
        this.defaults = defaults;
    }

    @Override
    public void trigger(Job upstream, Build build, String jobName, BuildLog log) throws IOException {
        var target = upstream.reference(jobName).flatMap(jobs::find);
        if (target.isPresent()) {
            trigger(upstream, build, target.get(), log);
        }
    }

    @Override
    public boolean isAwaited(Job upstream) {
        return !graph.listeners(upstream).isEmpty();
    }

    @Override
    public void triggerListeners(Job upstream, Build build, BuildLog log) throws IOException {
        for (var job : graph.listeners(upstream)) {
            if (takes(job, upstream, build.result())) {
                trigger(upstream, build, job, log);
            }
        }
    }

    private boolean takes(Job listener, Job upstream, @Nullable Result result) {
        return definitions.of(listener).triggers(JobTrigger.AfterBuilds.class).stream()
                .filter(trigger -> result == null || result.isBetterOrEqualTo(trigger.threshold()))
                .flatMap(trigger -> trigger.upstream().stream())
                .map(listener::reference)
                .flatMap(Optional::stream)
                .anyMatch(path -> path.key().equals(upstream.path().key()));
    }

    private void trigger(Job upstream, Build build, Job job, BuildLog log) throws IOException {
        var name = job.path().fullName();
        if (!job.buildable()) {
            log.line(name + " is disabled. Triggering skipped");
            return;
        }
        var cause = new Cause.Upstream(upstream.path().fullName(), build.number(), new Origins().of(build.causes()));
        var trigger = new Trigger(
                job,
                List.of(cause),
                defaults.of(definitions.of(job)),
                triggers.delay(job, OptionalLong.empty()),
                key(upstream, build, job));
        var outcome = triggers.submit(Caller.SYSTEM, Triggers.Allowed.BY_PERMISSION, trigger)
                .outcome();
        log.line(
                outcome == Submission.Outcome.MERGED
                        ? name + " is already in the queue"
                        : "Triggering a new build of " + name);
    }

    /** A build that goes on after a crash triggers nothing twice. No caller's key begins with a slash. */
    private static String key(Job upstream, Build build, Job target) {
        return "/build/" + upstream.id() + '/' + build.number() + "/triggers/" + target.id();
    }
}
