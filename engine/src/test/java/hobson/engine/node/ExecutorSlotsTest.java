package hobson.engine.node;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.BuildId;
import org.junit.jupiter.api.Test;

class ExecutorSlotsTest {
    private final ExecutorSlots slots = new ExecutorSlots(3);

    @Test
    void take_all_thenNone() {
        assertThat(slots.take()).isZero();
        assertThat(slots.take()).isEqualTo(1);
        assertThat(slots.take()).isEqualTo(2);
        assertThat(slots.take()).isEqualTo(-1);
        assertThat(slots.hasIdle()).isFalse();
    }

    @Test
    void resize_fewerThanBusy_eachGoesWhenItIsReleased() {
        slots.take();
        slots.take();

        slots.resize(0);

        assertThat(slots.count()).isEqualTo(2);
        slots.release(0);
        assertThat(slots.all()).extracting(ExecutorSlots.Executor::number).containsExactly(1);
        slots.release(1);
        assertThat(slots.count()).isZero();
    }

    @Test
    void resize_moreAgain_fillsTheGaps() {
        slots.take();
        slots.take();
        slots.resize(1);
        slots.release(0);

        slots.resize(2);

        assertThat(slots.all()).extracting(ExecutorSlots.Executor::number).containsExactly(0, 1);
        assertThat(slots.busy()).isEqualTo(1);
    }

    @Test
    void takeFor_executorThatIsTaken_isAnotherOne() {
        slots.take();

        assertThat(slots.takeFor(0, new BuildId(1, 1))).isEqualTo(1);
        assertThat(slots.takeFor(7, new BuildId(1, 2))).isEqualTo(2);
        assertThat(slots.takeFor(2, new BuildId(1, 3))).isEqualTo(-1);
    }
}
