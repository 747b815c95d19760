package hobson.engine.trigger;

import hobson.engine.Refusal;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.time.Pace;
import java.lang.System.Logger.Level;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does what the timetable says: one thread that sleeps until something is due, and a virtual thread for each job whose time has come.
 * What was due while no server ran is not made up for.
 */
public final class Timers implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Timers.class.getName());

    private static final int AT_ONCE = 64;

    private final Timetable timetable;
    private final ItemRegistry jobs;
    private final Consumer<Job> build;
    private final Consumer<Job> poll;
    private final Pace pace;
    private final Semaphore seats = new Semaphore(AT_ONCE);
    private volatile boolean closed;
    private @Nullable Thread thread;

    /**
     * @param build asks for a build of a job
     * @param poll looks whether a job's sources have changed
     */
    public Timers(Timetable timetable, ItemRegistry jobs, Consumer<Job> build, Consumer<Job> poll, Pace pace) {
        this.timetable = timetable;
        this.jobs = jobs;
        this.build = build;
        this.poll = poll;
        this.pace = pace;
    }

    public void start() {
        thread = Thread.ofPlatform().name("timers").daemon(true).start(this::loop);
    }

    private void loop() {
        while (!closed) {
            try {
                timetable.await();
                for (var appointment : timetable.due(pace.clock().instant())) {
                    seats.acquire();
                    begin(appointment);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void begin(Timetable.Appointment appointment) {
        pace.begin("timer-of-job-" + appointment.job(), () -> {
            try {
                keep(appointment);
            } finally {
                seats.release();
            }
        });
    }

    /** Everything that is due now, one after the other, by the caller's own thread. */
    void tick() {
        timetable.due(pace.clock().instant()).forEach(this::keep);
    }

    private void keep(Timetable.Appointment appointment) {
        var job = jobs.find(appointment.job()).filter(Job::buildable).orElse(null);
        if (job == null) {
            return;
        }
        try {
            switch (appointment.purpose()) {
                case BUILD -> build.accept(job);
                case POLL -> poll.accept(job);
            }
        } catch (Refusal e) {
            LOG.log(Level.DEBUG, "the timer of " + job.path() + " came when it takes no builds", e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the timer of " + job.path() + " came and could not be heeded", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
