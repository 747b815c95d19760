package hobson.server.ephemeral;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The time of a server, which passes when somebody says so: quiet periods, timers, scripted builds, everything that the server does at
 * a certain time. Used by many threads.
 *
 * <p>Whoever moves it waits until the server is <em>at rest</em>: nothing is left to do before the next time that something waits for.
 * What falls into the time that passes happens in its order, one thing at a time, each when the clock shows its moment.
 */
public final class VirtualTime implements InstantSource {
    private final Instant start;
    private final Duration patience;
    private final ReentrantLock passing = new ReentrantLock();
    private volatile Sleepers sleepers;
    private volatile @Nullable Ticking ticking;

    /** @param patience how long, by the clock of the machine, the server may take to come to rest */
    public VirtualTime(Instant start, Duration patience) {
        this.start = start;
        this.patience = patience;
        this.sleepers = new Sleepers(start.toEpochMilli());
    }

    /** Whole milliseconds: nothing in the server is finer. */
    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return sleepers.now();
    }

    /** For a server that starts; the one before has ended, and nothing of it is waited for any more. The clock goes on. */
    public VirtualPace pace() {
        passing.lock();
        try {
            sleepers.end();
            sleepers = new Sleepers(sleepers.now());
            return new VirtualPace(this, sleepers);
        } finally {
            passing.unlock();
        }
    }

    /** As it was at the beginning: the clock shows that time and stands. For the pause between two servers. */
    public void reset() {
        stop();
        passing.lock();
        try {
            sleepers.end();
            sleepers = new Sleepers(start.toEpochMilli());
        } finally {
            passing.unlock();
        }
    }

    /**
     * Lets that time pass. When it returns, all that was to happen has happened and the server is at rest.
     *
     * @throws IllegalStateException when it does not come to rest
     */
    public void advance(Duration time) {
        long millis = Times.passing(time).toMillis();
        passing.lock();
        try {
            var of = sleepers;
            of.awaitRest(patience);
            long end = of.now() + millis;
            while (of.wakeNext(end)) {
                of.awaitRest(patience);
            }
        } finally {
            passing.unlock();
        }
    }

    /**
     * As {@link #advance}, unless the clock does not run by that any more.
     *
     * @return whether it runs by that
     */
    boolean tick(Ticking by, Duration time) {
        passing.lock();
        try {
            if (ticking != by) {
                return false;
            }
            advance(time);
            return true;
        } finally {
            passing.unlock();
        }
    }

    /** Waits until the server is at rest; no time passes. */
    public void settle() {
        sleepers.awaitRest(patience);
    }

    /** When the next thing happens by itself; empty when nothing waits for a time. */
    public Optional<Instant> next() {
        return sleepers.next();
    }

    /** From now on time passes by itself, that many times as fast as by the clock of the machine, until {@link #stop}. */
    public void run(double factor) {
        var next = new Ticking(this, factor);
        ticking = next; // the one before ends at its next step
        var _ = next.start();
    }

    /** Time stands still again, as at the beginning. */
    public void stop() {
        ticking = null;
    }

    @Override
    public String toString() {
        return instant().toString();
    }
}
