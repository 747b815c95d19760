package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.time.Pace;
import hobson.remote.BackgroundTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundTasksTest {
    private final List<LogRecord> warnings = Collections.synchronizedList(new ArrayList<>());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) warnings.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private static BackgroundTask task(Runnable work) {
        return new BackgroundTask("a task", Duration.ofDays(1), work);
    }

    private void listening(ThrowingRunnable work) throws InterruptedException {
        var logger = Logger.getLogger(BackgroundTasks.class.getName());
        logger.addHandler(listener);
        logger.setUseParentHandlers(false);
        try {
            work.run();
        } finally {
            logger.setUseParentHandlers(true);
            logger.removeHandler(listener);
        }
    }

    @FunctionalInterface
    private interface ThrowingRunnable {
        void run() throws InterruptedException;
    }

    @Test
    void close_taskRuns_isInterruptedAndWaitedForAndNothingIsLogged() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        var tasks = new BackgroundTasks(
                List.of(task(() -> {
                    try {
                        begun.countDown();
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    } finally {
                        ended.set(true);
                    }
                })),
                Pace.system());
        listening(() -> {
            tasks.start();
            begun.await();
            tasks.close();
        });

        assertThat(ended).isTrue();
        assertThat(warnings).isEmpty();
    }

    @Test
    void run_taskFails_isLoggedAndTheNextRuns() throws Exception {
        var second = new CountDownLatch(1);
        try (var tasks = new BackgroundTasks(
                List.of(
                        task(() -> {
                            throw new IllegalStateException("broken");
                        }),
                        task(second::countDown)),
                Pace.system())) {
            listening(() -> {
                tasks.start();
                second.await();
            });
        }

        assertThat(warnings)
                .singleElement()
                .satisfies(entry -> assertThat(entry.getMessage()).contains("a task"));
    }
}
