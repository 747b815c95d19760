package hobson.engine.run;

import hobson.engine.Refusal;
import hobson.engine.build.BuildFolders;
import hobson.engine.build.BuildId;
import hobson.engine.build.Builds;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobGuard;
import hobson.engine.queue.Queue;
import hobson.engine.user.Caller;
import hobson.engine.view.Views;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Makes way for a job to be disabled, renamed or deleted: triggers are cancelled, builds stopped, files removed, views follow. */
public final class JobClearance implements JobGuard {
    private static final System.Logger LOG = System.getLogger(JobClearance.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Queue queue;
    private final Builds builds;
    private final BuildRunner runner;
    private final Views views;
    private final Path workspaces;

    public JobClearance(Queue queue, Builds builds, BuildRunner runner, Views views, Path home) {
        this.views = views;
        this.queue = queue;
        this.builds = builds;
        this.runner = runner;
        this.workspaces = home.resolve("workspace");
    }

    @Override
    public void cancelQueued(long jobId, Caller caller) {
        queue.cancelAll(caller, jobId);
    }

    @Override
    public void clear(Job job, Caller caller) {
        queue.cancelAll(caller, job.id());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (queue.isWaiting(job.id()) || builds.runningOf(job.id()) != null) {
            var build = builds.runningOf(job.id());
            if (build != null) {
                runner.stop(Caller.SYSTEM, new BuildId(job.id(), build.number()));
            }
            if (System.nanoTime() > deadline) {
                throw Refusal.badInput("Failed to interrupt and stop 1 build(s) of " + job.path());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void renamed(ItemPath from, Job job) {
        views.follow(from, job.path());
    }

    @Override
    public void deleted(Job job) {
        views.follow(job.path(), null);
        builds.forget(job.id());
        var workspace = workspaces;
        for (var segment : job.path().segments()) {
            workspace = workspace.resolve(segment);
        }
        try {
            BuildFolders.delete(workspace);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the workspace " + workspace + " could not be deleted; delete it by hand", e);
        }
    }
}
