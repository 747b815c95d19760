package hobson.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Work that is not cut short. */
class UninterruptedTest {
    @Test
    void run_interruptedThread_doesTheWorkAndKeepsTheInterrupt() {
        var calm = new AtomicBoolean();
        Thread.currentThread().interrupt();

        Uninterrupted.run(() -> calm.set(!Thread.currentThread().isInterrupted()));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(calm).isTrue();
    }

    @Test
    void run_workThatThrows_throwsTheSame() {
        var refusal = Refusal.conflict("no");

        assertThatThrownBy(() -> Uninterrupted.run(() -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
    }
}
