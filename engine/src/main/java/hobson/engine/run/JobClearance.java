package hobson.engine.run;

import hobson.engine.Refusal;
import hobson.engine.build.BuildId;
import hobson.engine.build.Builds;
import hobson.engine.credential.CredentialOwner;
import hobson.engine.credential.CredentialStores;
import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobGuard;
import hobson.engine.queue.Queue;
import hobson.engine.user.Caller;
import hobson.engine.view.ViewEdits;
import java.io.IOException;
import java.lang.System.Logger.Level;
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
    private final ViewEdits views;
    private final Workspaces workspaces;
    private final CredentialStores credentials;

    public JobClearance(
            Queue queue,
            Builds builds,
            BuildRunner runner,
            ViewEdits views,
            Workspaces workspaces,
            CredentialStores credentials) {
        this.queue = queue;
        this.builds = builds;
        this.runner = runner;
        this.views = views;
        this.workspaces = workspaces;
        this.credentials = credentials;
    }

    @Override
    public boolean isStarting(long jobId) {
        return queue.isStarting(jobId);
    }

    @Override
    public void cancelQueued(long jobId, Caller caller) {
        queue.cancelAll(caller, jobId);
    }

    @Override
    public void clear(Job job, Caller caller) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (queue.isWaiting(job.id()) || builds.runningOf(job.id()) != null) {
            queue.cancelAll(caller, job.id()); // again: some triggers were on their way when the job was closed
            var build = builds.runningOf(job.id());
            if (build != null) {
                runner.stop(Caller.SYSTEM, new BuildId(job.id(), build.number()));
            }
            if (System.nanoTime() > deadline) {
                throw Refusal.badInput("Failed to interrupt and stop 1 build(s) of " + job.path());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        builds.announceDeletion(job.id());
    }

    @Override
    public void renamed(ItemPath from, Item item) {
        views.follow(from, item.path());
        if (item instanceof Folder) {
            return;
        }
        try {
            workspaces.move(from, item.path());
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "the workspace of " + from + " could not follow its job, which is " + item.path()
                            + " now and begins with an empty one",
                    e);
        }
    }

    @Override
    public void deleted(Item item) {
        views.follow(item.path(), null);
        if (item instanceof Folder) {
            credentials.forget(CredentialOwner.folder(item.id()));
            return;
        }
        builds.forget(item.id());
        try {
            workspaces.delete(item.path());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the workspace of " + item.path() + " could not be deleted; delete it by hand", e);
        }
    }
}
