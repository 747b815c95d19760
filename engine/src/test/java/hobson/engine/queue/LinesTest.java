package hobson.engine.queue;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.parameter.ParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final long NOW = 100;

    private final Lines lines = new Lines();
    private long ids;

    private Entry entry(long jobId, long due, String value) {
        var item = new QueueItem(++ids, jobId, NOW, due, List.of(), List.of(new ParameterValue.Line("P", value)));
        return new Entry(item);
    }

    private Entry add(long jobId, long due) {
        var entry = entry(jobId, due, "v" + ids);
        lines.add(entry, NOW);
        return entry;
    }

    /** As the queue does it, with executors for all. */
    private List<Entry> take(long now, Predicate<Entry> mayStart) {
        var taken = new ArrayList<Entry>();
        for (var next = lines.readyAfter(0, now); next != null; next = lines.readyAfter(next.turn)) {
            if (mayStart.test(next)) {
                lines.takeOut(next);
                taken.add(next);
            }
        }
        return taken;
    }

    @Test
    void ready_ofSeveralJobs_comeInTheOrderInWhichTheirQuietPeriodsEnded() {
        var late = add(1, NOW + 2);
        var early = add(1, NOW + 1);
        var now = add(2, NOW);
        var between = add(1, NOW);

        assertThat(take(NOW + 2, _ -> true)).containsExactly(now, between, early, late);
        assertThat(lines.isPending(1)).isTrue();
    }

    @Test
    void ready_oneThatMayNotStart_holdsBackItsJobAlone() {
        add(1, NOW);
        add(1, NOW);
        var other = add(2, NOW);

        assertThat(take(NOW, entry -> entry.item.jobId() == 2)).containsExactly(other);
        assertThat(lines.readyAfter(0, NOW)).isNotNull();
    }

    @Test
    void putBack_likeOneCameMeanwhile_isFoundOnceThatIsGone() {
        var first = entry(1, NOW, "same");
        var second = entry(1, NOW, "same");
        lines.add(first, NOW);
        take(NOW, _ -> true);
        lines.add(second, NOW);

        lines.putBack(first, NOW + 5);

        assertThat(lines.like(first.likeness)).isSameAs(second);
        lines.remove(second);
        assertThat(lines.like(first.likeness)).isSameAs(first);
        assertThat(lines.nextDue()).isEqualTo(NOW + 5);
    }

    @Test
    void demand_countsWhatIsReadyAndPendingOfEachJob() {
        add(1, NOW);
        take(NOW, _ -> true);
        var ready = add(1, NOW);
        add(1, NOW + 1);

        assertThat(lines.demand(NOW)).containsExactly(new Demand(lines.all().getFirst().item, 1, 1));
        lines.remove(ready);
        assertThat(lines.demand(NOW + 1)).extracting(Demand::count).containsExactly(2);
    }

    /** Whatever is done to it in whatever order, all that is in it is taken once, and nothing is left of what is gone. */
    @Test
    void anyHistory_everyEntryIsTakenOnceAndNothingStays() {
        var random = new Random(7);
        var inside = new ArrayList<Entry>();
        for (int i = 0; i < 20_000; i++) {
            int what = random.nextInt(4);
            var some = inside.isEmpty() ? null : inside.get(random.nextInt(inside.size()));
            if (what == 0 || some == null) {
                inside.add(add(random.nextInt(5), NOW + random.nextInt(3)));
            } else if (what == 1) {
                lines.remove(some);
                inside.remove(some);
            } else if (what == 2 && some.pending) {
                lines.putBack(some, NOW + random.nextInt(3));
            } else {
                take(NOW + random.nextInt(3), entry -> entry.item.jobId() == some.item.jobId() && random.nextBoolean());
            }
        }

        take(NOW + 3, _ -> true);

        assertThat(lines.all()).containsExactlyElementsOf(inside).allMatch(entry -> entry.pending);
        inside.forEach(lines::remove);
        assertThat(lines.all()).isEmpty();
        assertThat(lines.demand(NOW)).isEmpty();
        assertThat(lines.readyAfter(0, NOW)).isNull();
        assertThat(inside).noneMatch(entry -> lines.has(entry.item.jobId()) || lines.like(entry.likeness) != null);
    }
}
