package hobson.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting for other processes. */
final class Pause {
    private static final long PATIENCE = Duration.ofMinutes(3).toNanos();

    private Pause() {}

    static void of(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    /** Something that is true sooner or later. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws java.io.IOException;
    }

    /** Looks again and again with that pause between. */
    static void until(String what, Duration pause, Condition condition) throws java.io.IOException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - start > PATIENCE) {
                throw new java.io.IOException("waited three minutes in vain for " + what);
            }
            of(pause);
        }
    }
}
