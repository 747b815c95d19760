package hobson.server.ephemeral;

import java.lang.System.Logger.Level;
import java.time.Duration;

/** Lets time pass in small steps, for as long as it is open. */
final class Ticking implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Ticking.class.getName());
    private static final Duration STEP = Duration.ofMillis(10);

    private final VirtualTime time;
    private final double factor;
    private volatile boolean over;

    private Ticking(VirtualTime time, double factor) {
        this.time = time;
        this.factor = factor;
    }

    static Ticking start(VirtualTime time, double factor) {
        if (!(factor > 0 && factor <= 1_000_000)) {
            throw new IllegalArgumentException("A clock runs 0 to 1000000 times as fast as others, not " + factor);
        }
        var ticking = new Ticking(time, factor);
        Thread.ofVirtual().name("virtual-time").start(ticking::tick);
        return ticking;
    }

    private void tick() {
        long begin = System.nanoTime();
        long passed = 0;
        try {
            while (!over) {
                Thread.sleep(STEP);
                long due = (long) ((System.nanoTime() - begin) / 1e6 * factor);
                time.advance(Duration.ofMillis(due - passed));
                passed = due;
            }
        } catch (InterruptedException | IllegalStateException e) {
            LOG.log(Level.WARNING, "the clock of the test stands still", e);
        }
    }

    @Override
    public void close() {
        over = true;
    }
}
