package hobson.server.ephemeral;

import java.lang.System.Logger.Level;
import java.time.Duration;

/** Lets time pass in small steps, for as long as the clock runs by it. */
final class Ticking {
    private static final System.Logger LOG = System.getLogger(Ticking.class.getName());
    private static final Duration STEP = Duration.ofMillis(10);
    private static final int FASTEST = 1_000_000;

    private final VirtualTime time;
    private final double factor;

    Ticking(VirtualTime time, double factor) {
        if (!(factor > 0 && factor <= FASTEST)) {
            throw new IllegalArgumentException(
                    "A clock runs up to " + FASTEST + " times as fast as that of the machine, not " + factor);
        }
        this.time = time;
        this.factor = factor;
    }

    Thread start() {
        return Thread.ofVirtual().name("virtual-time").start(this::tick);
    }

    private void tick() {
        long begin = System.nanoTime();
        long passed = 0;
        long due = 0;
        try {
            while (time.tick(this, Duration.ofMillis(due - passed))) {
                passed = due;
                Thread.sleep(STEP);
                due = (long) ((System.nanoTime() - begin) / 1e6 * factor);
            }
        } catch (InterruptedException | IllegalStateException e) {
            LOG.log(Level.WARNING, "the clock of the test stands still", e);
        }
    }
}
