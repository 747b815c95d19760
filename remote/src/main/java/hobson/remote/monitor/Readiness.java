package hobson.remote.monitor;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether something slow works. However many ask, it is tried by one of them at a time and at most every two seconds; who asks while it is
 * tried hears of the last time, and no more after ten seconds of trying. Used by many threads.
 */
public final class Readiness {
    private static final long FRESH = 2_000_000_000L;
    private static final long OLD = 10_000_000_000L;

    private final BooleanSupplier trial;
    private final LongSupplier nanoTime;
    private final AtomicBoolean trying = new AtomicBoolean();
    private volatile Outcome last;

    private record Outcome(boolean fine, long at) {}

    /** @param nanoTime a clock that only moves forward */
    public Readiness(BooleanSupplier trial, LongSupplier nanoTime) {
        this.trial = trial;
        this.nanoTime = nanoTime;
        this.last = new Outcome(true, nanoTime.getAsLong() - OLD);
    }

    boolean isFine() {
        var known = last;
        long age = nanoTime.getAsLong() - known.at;
        if (age < FRESH) return known.fine;
        if (!trying.compareAndSet(false, true)) return known.fine && age < OLD;
        try {
            boolean fine = trial.getAsBoolean();
            last = new Outcome(fine, nanoTime.getAsLong());
            return fine;
        } finally {
            trying.set(false);
        }
    }
}
