package hobson.engine.trigger;

import hobson.engine.item.Job;
import hobson.engine.item.JobIndex;
import hobson.engine.schedule.BadSchedule;
import hobson.engine.schedule.Schedule;
import hobson.engine.time.Alarm;
import hobson.engine.time.Pace;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * When which job's timers come next, the earliest first. Each job's schedules are read once, when the job becomes known or changes;
 * nothing looks at those that are not due. Used by many threads.
 */
public final class Timetable implements JobIndex {
    private static final System.Logger LOG = System.getLogger(Timetable.class.getName());
    private static final Comparator<Appointment> ORDER = Comparator.comparing(Appointment::at)
            .thenComparingLong(appointment -> appointment.job)
            .thenComparingInt(appointment -> appointment.number);

    private final InstantSource clock;
    private final ZoneId zone;
    private final ReentrantLock lock = new ReentrantLock();
    private final Alarm alarm;
    private final TreeSet<Appointment> all = new TreeSet<>(ORDER);
    private final Map<Long, Map<Integer, Appointment>> byJob = new HashMap<>();

    /** @param zone of schedules that name none */
    public Timetable(Pace pace, ZoneId zone) {
        this.clock = pace.clock();
        this.alarm = pace.alarm();
        this.zone = zone;
    }

    /** What is to happen. */
    enum Purpose {
        BUILD,
        POLL
    }

    /** @param number tells those of one job apart */
    record Appointment(Instant at, long job, int number, Purpose purpose, Schedule schedule) {}

    @Override
    public void replace(@Nullable Job before, @Nullable Job after) {
        if (before != null && after != null && isSame(before, after)) {
            return;
        }
        var made = after == null ? Map.<Integer, Appointment>of() : appointments(after);
        lock.lock();
        try {
            if (before != null) {
                var old = byJob.remove(before.id());
                if (old != null) old.values().forEach(all::remove);
            }
            if (after != null && !made.isEmpty()) {
                byJob.put(after.id(), made);
                all.addAll(made.values());
                alarm.ring();
            }
        } finally {
            lock.unlock();
        }
    }

    private static boolean isSame(Job before, Job after) {
        return before.path().equals(after.path())
                && before.wiring().timers().equals(after.wiring().timers())
                && before.wiring().polls().equals(after.wiring().polls());
    }

    private Map<Integer, Appointment> appointments(Job job) {
        var made = new HashMap<Integer, Appointment>();
        job.wiring().timers().forEach(text -> make(job, text, Purpose.BUILD, made));
        job.wiring().polls().forEach(text -> make(job, text, Purpose.POLL, made));
        return made;
    }

    private void make(Job job, String text, Purpose purpose, Map<Integer, Appointment> made) {
        try {
            var schedule = Schedule.of(text, job.path().fullName(), zone);
            schedule.next(clock.instant())
                    .map(at -> new Appointment(at, job.id(), made.size(), purpose, schedule))
                    .ifPresent(appointment -> made.put(appointment.number, appointment));
        } catch (BadSchedule e) {
            LOG.log(Level.WARNING, "a trigger of " + job.path() + " never comes: " + e.getMessage());
        }
    }

    /** Takes those whose time has come; each is there again at its next time, strictly after now. */
    List<Appointment> due(Instant now) {
        var due = new ArrayList<Appointment>();
        lock.lock();
        try {
            while (!all.isEmpty() && !all.first().at.isAfter(now)) {
                var appointment = all.removeFirst();
                due.add(appointment);
                putOff(appointment, now);
            }
        } finally {
            lock.unlock();
        }
        return due;
    }

    private void putOff(Appointment appointment, Instant now) {
        var ofJob = byJob.get(appointment.job);
        if (ofJob == null) return;
        ofJob.remove(appointment.number);
        appointment.schedule.next(now).ifPresent(at -> {
            var next =
                    new Appointment(at, appointment.job, appointment.number, appointment.purpose, appointment.schedule);
            ofJob.put(next.number, next);
            all.add(next);
        });
    }

    /** When the next one comes; null when none does. */
    @Nullable
    Instant next() {
        lock.lock();
        try {
            return all.isEmpty() ? null : all.first().at;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the next one is due, or somebody has been added. */
    void await() throws InterruptedException {
        var next = next();
        alarm.await(next == null ? Alarm.NEVER : next.toEpochMilli());
    }
}
