package hobson.engine.administration;

import hobson.engine.build.Builds;
import hobson.engine.queue.Queue;
import hobson.engine.settings.Lifecycle;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What callers do to the server as a whole. Every method asks for the caller's permission first. Used by many threads. */
public final class ServerActions {
    private static final System.Logger LOG = System.getLogger(ServerActions.class.getName());

    private final Queue queue;
    private final Builds builds;
    private final Lifecycle lifecycle;
    private final Authorization authorization;

    public ServerActions(Queue queue, Builds builds, Lifecycle lifecycle, Authorization authorization) {
        this.queue = queue;
        this.builds = builds;
        this.lifecycle = lifecycle;
        this.authorization = authorization;
    }

    /** Starts no builds any more until {@link #cancelQuietDown}. */
    public void quietDown(Caller caller, @Nullable String reason) {
        queue.quietDown(caller, reason);
    }

    /**
     * As {@link #quietDown}, and waits until no build runs any more, somebody cancels it, or the server ends.
     *
     * @param longest waits no longer than that; null for as long as it takes
     */
    public void quietDown(Caller caller, @Nullable String reason, @Nullable Duration longest)
            throws InterruptedException {
        quietDown(caller, reason);
        BooleanSupplier quiet =
                () -> queue.quietingDown().isEmpty() || builds.running().isEmpty() || queue.isEnding();
        if (longest == null) {
            builds.endings().bell().await(quiet);
        } else {
            boolean _ = builds.endings().bell().await(quiet, longest);
        }
    }

    /** Whoever waits for the last build to end the server waits no more. */
    public void cancelQuietDown(Caller caller) {
        queue.cancelQuietDown(caller);
        lifecycle.stay();
        builds.endings().bell().ring();
    }

    /** Cancels everything that waits for its turn. */
    public void clearQueue(Caller caller) {
        authorization.require(caller, Permission.ADMINISTER);
        queue.views().stream().map(view -> view.item().jobId()).distinct().forEach(job -> queue.cancelAll(caller, job));
    }

    /** See {@link Lifecycle#restart}. */
    public void restart(Caller caller) {
        restart(caller, null);
    }

    /**
     * See {@link Lifecycle#restart}.
     *
     * @param reason for the log; null when none was given
     */
    public void restart(Caller caller, @Nullable String reason) {
        authorization.require(caller, Permission.MANAGE);
        lifecycle.restart();
        if (reason != null) {
            LOG.log(Level.INFO, "{0} restarts the server: {1}", caller.name(), reason.replaceAll("\\R", " "));
        }
    }

    /** See {@link Lifecycle#reload}. */
    public void reload(Caller caller) {
        authorization.require(caller, Permission.MANAGE);
        lifecycle.reload();
    }

    /** See {@link Lifecycle#exit}. */
    public void exit(Caller caller) {
        authorization.require(caller, Permission.ADMINISTER);
        lifecycle.exit();
    }

    /** Starts no builds any more, and ends when none runs. */
    public void exitWhenIdle(Caller caller) {
        authorization.require(caller, Permission.ADMINISTER);
        queue.quietDown(caller, null);
        lifecycle.exitWhenIdle();
    }
}
