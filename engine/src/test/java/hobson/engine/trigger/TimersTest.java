package hobson.engine.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.Refusal;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobTraits;
import hobson.engine.item.KnownJobs;
import hobson.engine.item.Wiring;
import hobson.engine.time.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TimersTest {
    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    private volatile Instant now = TEN;
    private final Pace pace = Pace.of(() -> now);
    private final Timetable timetable = new Timetable(pace, ZoneOffset.UTC);
    private final List<String> built = new ArrayList<>();
    private final List<String> polled = new ArrayList<>();

    private static Job job(String name, boolean disabled, List<String> timers, List<String> polls) {
        var wiring = new Wiring(List.of(), List.of(), timers, polls, List.of(), false);
        return new Job(
                name.charAt(0),
                ItemPath.of(name),
                1,
                new JobTraits("project", null, disabled, wiring, false, null),
                false,
                false,
                null,
                1,
                null,
                null);
    }

    private static Job job(String name, String... timers) {
        return job(name, false, List.of(timers), List.of());
    }

    private Timers timers(Job... jobs) {
        for (var job : jobs) {
            timetable.replace(null, job);
        }
        return new Timers(
                timetable,
                KnownJobs.of(jobs),
                job -> built.add(now.atOffset(ZoneOffset.UTC).toLocalTime() + " " + job.name()),
                job -> polled.add(job.name()),
                pace);
    }

    private void pass(Timers timers, Duration time) {
        for (var end = now.plus(time); now.isBefore(end); ) {
            now = now.plusSeconds(30);
            timers.tick();
        }
    }

    @Test
    void tick_timesOfSeveralJobs_comeInTheirOrder() {
        var timers = timers(job("a", "*/10 * * * *"), job("b", "5 10 * * *", "20 10 * * *"));

        pass(timers, Duration.ofMinutes(20));

        assertThat(built).containsExactly("10:05 b", "10:10 a", "10:20 a", "10:20 b");
    }

    @Test
    void replace_theMinuteThatIsNow_doesNotCome() {
        pass(timers(job("a", "0 10 * * *")), Duration.ofMinutes(2));

        assertThat(built).isEmpty();
    }

    @Test
    void tick_hoursWereSlept_comesOnce() {
        var timers = timers(job("a", "* * * * *"));
        now = now.plus(Duration.ofHours(3));
        timers.tick();
        timers.tick();

        assertThat(built).containsExactly("13:00 a");
    }

    @Test
    void tick_disabledJob_isNotBuilt() {
        pass(timers(job("a", true, List.of("* * * * *"), List.of())), Duration.ofMinutes(2));

        assertThat(built).isEmpty();
    }

    @Test
    void tick_schedulesOfPolling_look() {
        pass(timers(job("a", false, List.of("", "no schedule"), List.of("* * * * *"))), Duration.ofMinutes(2));

        assertThat(polled).containsExactly("a", "a");
        assertThat(built).isEmpty();
    }

    @Test
    void replace_changedOrGone_oldTimesNeverCome() {
        var before = job("a", "* * * * *");
        var gone = job("b", "* * * * *");
        var timers = timers(before, gone);

        timetable.replace(before, job("a", "0 12 * * *"));
        timetable.replace(gone, null);
        pass(timers, Duration.ofHours(3));

        assertThat(built).containsExactly("12:00 a");
    }

    @Test
    void tick_oneCannotBeBuilt_othersAre() {
        var jobs = new Job[] {job("a", "* * * * *"), job("b", "* * * * *"), job("c", "* * * * *")};
        timers(jobs);
        var timers = new Timers(timetable, KnownJobs.of(jobs), this::fail, _ -> {}, pace);

        pass(timers, Duration.ofMinutes(1));

        assertThat(built).containsExactly("c");
    }

    private void fail(Job job) {
        switch (job.name()) {
            case "a" -> throw Refusal.conflict("not now");
            case "b" -> throw new IllegalStateException("the disk is full");
            default -> built.add(job.name());
        }
    }

    @Test
    @Timeout(30)
    void await_somethingIsAdded_looksAgainWhatIsDue() throws Exception {
        timetable.replace(null, job("a", "* * * * *"));
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                timetable.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        now = TEN.plusSeconds(60);
        timetable.replace(null, job("b", "0 12 * * *"));

        waiting.join();
        assertThat(timetable.due(now)).hasSize(1);
    }

    @Test
    void replace_tenThousandJobs_onlyThoseThatAreDueAreTaken() {
        for (int i = 0; i < 10_000; i++) {
            var wiring = new Wiring(List.of(), List.of(), List.of("H H * * *"), List.of(), List.of(), false);
            timetable.replace(
                    null,
                    new Job(
                            i,
                            ItemPath.of("job" + i),
                            1,
                            new JobTraits("", null, false, wiring, false, null),
                            false,
                            false,
                            null,
                            1,
                            null,
                            null));
        }
        int seen = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            now = now.plusSeconds(60);
            seen += timetable.due(now).size();
        }

        assertThat(seen).isEqualTo(10_000);
    }
}
