package hobson.server;

import hobson.engine.time.Alarm;
import hobson.engine.time.Pace;
import hobson.remote.BackgroundTask;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs named tasks at their intervals, one at a time; a task that fails is logged and runs again next time. The end interrupts the one
 * that runs and waits for it, so that it never meets those of the next start.
 */
final class BackgroundTasks implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BackgroundTasks.class.getName());
    private static final Duration STOP_TIME = Duration.ofSeconds(10);

    private final List<BackgroundTask> tasks;
    private final Pace pace;
    private final Alarm alarm;
    private volatile boolean ending;
    private @Nullable Thread thread;

    BackgroundTasks(List<BackgroundTask> tasks, Pace pace) {
        this.tasks = List.copyOf(tasks);
        this.pace = pace;
        this.alarm = pace.alarm();
    }

    void start() {
        thread = Thread.ofPlatform().name("background").daemon(true).start(this::loop);
    }

    private void loop() {
        var times = new HashMap<BackgroundTask, Long>();
        try {
            long next = runDue(times);
            while (!ending) { // also when a task has kept the interrupt to itself
                alarm.await(next);
                next = runDue(times);
            }
        } catch (InterruptedException e) {
            LOG.log(Level.TRACE, "the background tasks end", e);
        }
    }

    /**
     * @param times when each task runs next; at once when it has none
     * @return the first of them
     */
    private long runDue(Map<BackgroundTask, Long> times) {
        long first = Alarm.NEVER;
        for (var task : tasks) {
            long now = pace.clock().millis();
            long interval =
                    Math.max(task.interval().toMillis(), pace.betweenChores().toMillis());
            // the clock may have been set back
            long due = Math.min(times.getOrDefault(task, now), now + interval);
            if (due <= now && !ending) {
                run(task);
                due = pace.clock().millis() + interval;
            }
            times.put(task, due);
            first = Math.min(first, due);
        }
        return first;
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
        var running = thread;
        if (running == null) {
            return;
        }
        ending = true;
        running.interrupt();
        try {
            if (!running.join(STOP_TIME)) {
                LOG.log(Level.WARNING, "a background task does not heed the end; the server does not wait for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
