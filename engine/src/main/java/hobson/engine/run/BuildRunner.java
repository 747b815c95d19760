package hobson.engine.run;

import hobson.engine.Refusal;
import hobson.engine.Uninterrupted;
import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
import hobson.engine.build.JobChanged;
import hobson.engine.event.Change;
import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.node.Computers;
import hobson.engine.node.Seat;
import hobson.engine.queue.QueueItem;
import hobson.engine.queue.Scheduler;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs builds, goes on with those that a crash interrupted, and stops them. Used by many threads. */
public final class BuildRunner implements Scheduler.Starter {
    private static final System.Logger LOG = System.getLogger(BuildRunner.class.getName());

    private final RunServices services;
    private final ItemRegistry jobs;
    private final Definitions definitions;
    private final Computers computers;
    private final Authorization authorization;
    private final Discarding discarding;
    private final Map<BuildId, Execution> executions = new ConcurrentHashMap<>();

    /** Who stopped builds that are in the store and have not begun yet. */
    private final Map<BuildId, String> stopsBefore = new ConcurrentHashMap<>();

    private volatile boolean closed;

    public BuildRunner(
            RunServices services,
            ItemRegistry jobs,
            Definitions definitions,
            Computers computers,
            Authorization authorization) {
        this.services = services;
        this.jobs = jobs;
        this.definitions = definitions;
        this.computers = computers;
        this.authorization = authorization;
        this.discarding = new Discarding(services.builds(), jobs, services.pace());
    }

    @Override
    public void run(QueueItem item, Seat seat, Scheduler.Progress progress) {
        while (!runs(item, seat, progress)) {
            // as the job is now
        }
    }

    /** @return false when the job was changed before the build had begun */
    private boolean runs(QueueItem item, Seat seat, Scheduler.Progress progress) {
        var job = jobs.find(item.jobId())
                .orElseThrow(() -> Refusal.notFound("the job of queue item " + item.id() + " is gone"));
        var definition = definitions.of(job);
        var lease = services.workspaces().take(job.path(), definition);
        try {
            var build = begun(job, item, seat, lease);
            seat.run(new BuildId(build.jobId(), build.number()));
            progress.started(build.number());
            execute(job, definition, build, lease, progress::executed);
            return true;
        } catch (JobChanged e) {
            return false;
        } finally {
            lease.release();
        }
    }

    private Build begun(Job job, QueueItem item, Seat seat, Workspaces.Lease lease) {
        var now = services.clock().instant();
        try {
            return services.builds()
                    .start(
                            job,
                            number -> fresh(item, number, seat, lease.path(), now.toEpochMilli()),
                            Change.bySystem(now));
        } catch (Refusal refusal) {
            // the answer to an earlier start may have been lost on its way from the database
            return services.builds().takeUp(job, item.id()).orElseThrow(() -> refusal);
        }
    }

    private static Build fresh(QueueItem item, int number, Seat seat, Path workspace, long now) {
        return Build.begun(item.jobId(), number, item.id(), now, item.causes(), item.parameters())
                .on(seat.computer().name(), seat.executor())
                .withWorkspace(workspace.toString());
    }

    /** Goes on with every build that was in progress when the server ended. Returns at once. */
    public void resume(Runnable executorFreed) {
        for (var build : services.builds().recover()) {
            var id = new BuildId(build.jobId(), build.number());
            var seat =
                    computers.find(build.builtOn()).orElse(computers.builtIn()).takeFor(build.executor(), id);
            services.pace().begin("build-" + build.jobId() + "-" + build.number(), () -> {
                try {
                    resume(build);
                } finally {
                    seat.release();
                    executorFreed.run();
                }
            });
        }
    }

    private void resume(Build build) {
        var job = jobs.find(build.jobId()).orElse(null);
        if (job == null) {
            return;
        }
        var definition = definitions.of(job, build.number());
        var recorded = build.workspace();
        var workspace = recorded == null ? services.workspaces().of(job.path(), definition) : Path.of(recorded);
        var lease = services.workspaces().takeAgain(workspace);
        try {
            execute(job, definition, build, lease, null);
        } finally {
            lease.release();
        }
    }

    /** @param executed null for a build that somebody has begun before */
    private void execute(
            Job job, JobDefinition definition, Build build, Workspaces.Lease lease, @Nullable Runnable executed) {
        var id = new BuildId(build.jobId(), build.number());
        var staged = services.staging().staged(job, definition);
        try (var execution = Execution.open(services, job, staged, build, lease, executed != null, () -> closed)) {
            executions.put(id, execution);
            var impatient = stopsBefore.remove(id);
            if (impatient != null) {
                execution.stop(impatient);
            }
            perform(execution, job, build, executed == null ? () -> {} : executed);
        } catch (IOException | RuntimeException e) {
            if (closed) {
                return;
            }
            LOG.log(Level.ERROR, job.path() + " #" + build.number() + " could not be run to its end", e);
            lose(id);
        } finally {
            executions.remove(id);
            stopsBefore.remove(id);
        }
        discard(definition, job);
    }

    /** Of the job's old builds, what its definition says. Returns at once. */
    void discard(JobDefinition definition, Job job) {
        discarding.begin(definition, job);
    }

    private void perform(Execution execution, Job job, Build build, Runnable executed) throws IOException {
        try {
            execution.perform(executed);
        } catch (IOException | RuntimeException e) {
            if (closed) {
                throw e;
            }
            LOG.log(Level.ERROR, job.path() + " #" + build.number() + " failed for a reason of the server's own", e);
            execution.fail(e);
        }
    }

    /** A build that not even its own files can be written of still ends. */
    private void lose(BuildId id) {
        var now = services.clock().instant();
        services.builds()
                .update(
                        id,
                        b -> b.withResult(hobson.engine.build.Result.FAILURE)
                                .in(Build.Phase.COMPLETED, Math.max(0, now.toEpochMilli() - b.startTime())),
                        Change.bySystem(now));
    }

    /** What fails from now on fails because the server ends: the next one goes on with it. */
    public void close() {
        closed = true;
        executions.values().forEach(Execution::release);
        discarding.close();
    }

    /** Stops a build; returns at once. One that has ended already anybody may stop, without effect. */
    public void stop(Caller caller, BuildId id) {
        if (!services.builds().isInProgress(id)) {
            return;
        }
        authorization.require(
                caller, Permission.JOB_CANCEL, jobs.find(id.jobId()).orElse(null));
        withdraw(caller, id);
    }

    /** As {@link #stop}, for the one who asked for this very build and needs no permission to take that back. */
    public void withdraw(Caller caller, BuildId id) {
        if (!services.builds().isInProgress(id)) {
            return;
        }
        var user = caller.anonymous() ? "" : caller.name();
        stopsBefore.put(id, user);
        var execution = executions.get(id);
        if (execution != null && stopsBefore.remove(id) != null) {
            Uninterrupted.run(() -> stop(execution, id, user));
        }
    }

    private static void stop(Execution execution, BuildId id, String user) {
        try {
            execution.stop(user);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "build " + id.number() + " of job " + id.jobId() + " could not be stopped", e);
        }
    }
}
