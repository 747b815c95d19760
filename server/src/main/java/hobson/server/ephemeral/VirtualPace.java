package hobson.server.ephemeral;

import hobson.engine.time.Alarm;
import hobson.engine.time.Pace;
import java.time.Duration;
import java.time.InstantSource;

/** The pace of one server, from its start to its end, by a clock that goes on. */
public final class VirtualPace implements Pace {
    private final VirtualTime time;
    private final Sleepers sleepers;

    VirtualPace(VirtualTime time, Sleepers sleepers) {
        this.time = time;
        this.sleepers = sleepers;
    }

    @Override
    public InstantSource clock() {
        return time;
    }

    @Override
    public Alarm alarm() {
        return new Sleeper(sleepers, true);
    }

    /** A month of virtual time is then some hundred rounds and not some hundred thousand. */
    @Override
    public Duration betweenChores() {
        return Duration.ofHours(1);
    }

    @Override
    public void begin(String name, Runnable work) {
        var thread = Thread.ofVirtual().name(name).unstarted(() -> {
            try {
                work.run();
            } finally {
                sleepers.retires(true);
            }
        });
        sleepers.begin(thread::start);
    }

    /** For a thread that {@link #begin} has begun. */
    Alarm sleep() {
        return new Sleeper(sleepers, false);
    }

    /** While a thread that {@link #begin} has begun waits for something that no clock decides. */
    void pauses() {
        sleepers.retires(true);
    }

    /** The opposite of {@link #pauses}. */
    void goesOn() {
        sleepers.rises(true);
    }

    boolean isOver() {
        return sleepers.isEnded();
    }
}
