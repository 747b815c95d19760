package hobson.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BellTest {
    private final Bell bell = new Bell();
    private final AtomicBoolean so = new AtomicBoolean();

    @Test
    void ring_whatWasWaitedForIsSo_wakesAll() throws Exception {
        var asked = new CountDownLatch(2);
        var first = waiter(asked);
        var second = waiter(asked);
        asked.await();

        so.set(true);
        bell.ring();

        first.join();
        second.join();
    }

    private CompletableFuture<Void> waiter(CountDownLatch asked) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        bell.await(() -> {
                            asked.countDown();
                            return so.get();
                        });
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    @Test
    void await_timeIsOver_saysThatItIsNotSo() throws Exception {
        assertThat(bell.await(so::get, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void await_isSoAlready_doesNotWait() throws Exception {
        so.set(true);

        assertThat(bell.await(so::get, Duration.ofDays(1))).isTrue();
    }

    @Test
    void await_interrupted_ends() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> bell.await(so::get)).isInstanceOf(InterruptedException.class);
    }
}
