package hobson.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.Refusal;
import hobson.engine.time.Pace;
import hobson.engine.user.Caller;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SchedulerTest {
    private final House house = new House(InstantSource.system(), 1);
    private final Queue queue = house.queue;

    private long submit(long job) {
        return queue.submit(Caller.ANONYMOUS, new Trigger(House.job(job), List.of(), null, 0, null))
                .itemId();
    }

    private Scheduler started(Scheduler.Starter starter) {
        var scheduler = new Scheduler(queue, starter, Pace.system());
        scheduler.start();
        return scheduler;
    }

    @Test
    void close_beforeABuildEnds_nothingTakesItsExecutor() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new CompletableFuture<Void>();
        var ended = new CountDownLatch(1);
        submit(1);
        long second = submit(2);
        var scheduler = started((_, _, progress) -> {
            progress.started(1);
            begun.countDown();
            end.join();
            progress.executed();
            ended.countDown();
        });
        begun.await();

        scheduler.close();
        end.complete(null);
        ended.await();

        assertThat(house.computers.builtIn().executors().busy()).isZero();
        assertThat(queue.waitingView(second))
                .isInstanceOfSatisfying(
                        QueueView.Buildable.class,
                        view -> assertThat(view.pending()).isFalse());
    }

    @Test
    void run_refusedAndTheStoreIsBroken_itemWaitsOn() {
        var seen = new CompletableFuture<QueueView>();
        long first = submit(1);
        submit(2);
        house.store.broken(true);
        try (var _ = started((item, _, _) -> {
            if (item.id() == first) {
                throw Refusal.conflict("somebody else took it");
            }
            seen.complete(queue.waitingView(first));
        })) {
            assertThat(seen.join()).isInstanceOf(QueueView.Waiting.class);
        }
    }
}
