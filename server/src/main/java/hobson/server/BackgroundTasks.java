package hobson.server;

import hobson.remote.BackgroundTask;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs named tasks at their intervals, one at a time; a task that fails is logged and runs again next time. */
final class BackgroundTasks implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BackgroundTasks.class.getName());

    private final List<BackgroundTask> tasks;
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

    private static void run(BackgroundTask task) {
        try {
            task.work().run();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "the background task ‘" + task.name() + "’ failed; it runs again at its next time",
                    e);
        }
    }

    @Override
    public void close() {
        var running = executor;
        if (running != null) {
            running.shutdownNow();
        }
    }
}
