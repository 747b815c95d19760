package hobson.server;

import hobson.remote.BackgroundTask;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs named tasks at their intervals, one at a time; a task that fails is logged and runs again next time. The end interrupts the one
 * that runs and waits for it, so that it never meets those of the next start.
 */
final class BackgroundTasks implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BackgroundTasks.class.getName());
    private static final Duration STOP_TIME = Duration.ofSeconds(10);

    private final List<BackgroundTask> tasks;
    private volatile boolean ending;
    private @Nullable ScheduledExecutorService executor;

    BackgroundTasks(List<BackgroundTask> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    void start() {
        var running = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("background").daemon(true).factory());
        for (var task : tasks) {
            var _ = running.scheduleWithFixedDelay(
                    () -> run(task), 0, task.interval().toMillis(), TimeUnit.MILLISECONDS);
        }
        executor = running;
    }

    private void run(BackgroundTask task) {
        try {
            task.work().run();
        } catch (RuntimeException | Error e) {
            if (ending) {
                LOG.log(Level.DEBUG, () -> "the end interrupted the background task ‘" + task.name() + "’", e);
                return;
            }
            LOG.log(
                    Level.WARNING,
                    "the background task ‘" + task.name() + "’ failed; it runs again at its next time",
                    e);
        }
    }

    @Override
    public void close() {
        var running = executor;
        if (running == null) {
            return;
        }
        ending = true;
        running.shutdownNow();
        try {
            if (!running.awaitTermination(STOP_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "a background task does not heed the end; the server does not wait for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
