package hobson.server.ephemeral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.time.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VirtualTimeTest {
    private static final Instant START = Instant.parse("2030-01-05T08:00:00Z");

    private final VirtualTime time = new VirtualTime(START, Duration.ofSeconds(30));
    private final VirtualPace pace = time.pace();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private void see(String what) {
        seen.add(Duration.between(START, time.instant()).toSeconds() + " " + what);
    }

    /** Sleeps that many seconds and works then, again and again. */
    private void every(long seconds, String name) {
        pace.begin(name, () -> {
            var sleep = pace.sleep();
            for (int i = 1; i <= 3; i++) {
                await(sleep, START.plusSeconds(i * seconds).toEpochMilli());
                see(name);
            }
        });
    }

    private static void await(Alarm alarm, long due) {
        try {
            alarm.await(due);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @RepeatedTest(20)
    void advance_sleepersOfDifferentTimes_wakeInTheirOrder() {
        every(3, "a");
        every(2, "b");

        time.advance(Duration.ofSeconds(7));

        assertThat(seen)
                .containsSubsequence("2 b", "3 a", "4 b", "6 a")
                .hasSize(5)
                .contains("6 b");
        assertThat(time.instant()).isEqualTo(START.plusSeconds(7));
        assertThat(time.next()).contains(START.plusSeconds(9));
    }

    @RepeatedTest(20)
    void advance_workThatBeginsWork_isOverWhenItReturns() {
        pace.begin("outer", () -> {
            await(pace.sleep(), START.plusSeconds(1).toEpochMilli());
            for (int i = 0; i < 50; i++) {
                pace.begin("inner", () -> see("inner"));
            }
        });

        time.advance(Duration.ofSeconds(1));

        assertThat(seen).hasSize(50).containsOnly("1 inner");
    }

    @Test
    void ring_sleeper_isWokenBeforeItsTimeAndTheServerIsNotAtRestUntilItSleepsAgain() throws Exception {
        var alarm = pace.alarm();
        var loop = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; ; i++) {
                    alarm.await(Alarm.NEVER);
                    see("woken " + i);
                }
            } catch (InterruptedException e) {
                see("interrupted");
            }
        });
        time.settle();

        alarm.ring();
        time.settle();
        assertThat(seen).containsExactly("0 woken 0");

        loop.interrupt();
        loop.join();
        time.settle();
        assertThat(seen).hasSize(2);
    }

    @RepeatedTest(20)
    void advance_workOfTheSameMoment_happensInTheOrderInWhichItWasBegun() {
        for (int i = 0; i < 30; i++) {
            var name = "work " + i;
            pace.begin(name, () -> {
                await(pace.sleep(), START.plusSeconds(5).toEpochMilli());
                see(name);
                pace.begin(name, () -> see("more " + name));
            });
        }

        time.advance(Duration.ofSeconds(5));

        assertThat(seen).isEqualTo(inOrder());
    }

    private static List<String> inOrder() {
        var all = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            all.add("5 work " + i);
            all.add("5 more work " + i);
        }
        return all;
    }

    @Test
    void run_fastClock_timePassesByItselfUntilItIsStopped() throws Exception {
        var came = new CountDownLatch(1);
        pace.begin("sleeper", () -> {
            await(pace.sleep(), START.plusSeconds(3_600).toEpochMilli());
            came.countDown();
        });

        time.run(100_000);
        came.await();
        time.stop();
        time.reset();

        assertThat(time.instant()).isEqualTo(START);
    }

    @Test
    void ticking_theClockRunsByAnother_ends() throws Exception {
        time.run(1);

        new Ticking(time, 1).start().join();

        time.stop();
    }

    @Test
    void settle_somebodyWorksOn_isGivenUpInTheEnd() {
        var impatient = new VirtualTime(START, Duration.ofMillis(1));
        var end = new CountDownLatch(1);
        impatient.pace().begin("busy", () -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        assertThatThrownBy(impatient::settle).hasMessageContaining("has not come to rest");
        end.countDown();
    }

    @Test
    void pace_nextServer_wakesWhoSleptForTheOneBefore() throws Exception {
        var over = new CountDownLatch(1);
        pace.begin("old", () -> {
            await(pace.sleep(), Alarm.NEVER);
            over.countDown();
        });
        time.advance(Duration.ofHours(1));

        time.pace();

        over.await();
        assertThat(pace.isOver()).isTrue();
        assertThat(time.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void advance_backwards_isRefused() {
        assertThatThrownBy(() -> time.advance(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void advance_fartherThanThereIsTime_isRefused() {
        assertThatThrownBy(() -> time.advance(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(time.instant()).isEqualTo(START);
    }
}
