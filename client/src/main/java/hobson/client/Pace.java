package hobson.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How often something is asked that cannot tell by itself: soon at first, then less and less often. For one thread. */
final class Pace {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final long end;
    private final String what;
    private Duration next = FIRST;

    /**
     * @param what is waited for, for the sentence when it does not come
     * @param longest how long to wait; null for ever
     */
    Pace(String what, @Nullable Duration longest) {
        this.what = what;
        this.end = longest == null ? Long.MAX_VALUE : System.nanoTime() + longest.toNanos();
    }

    /** Sleeps in this thread until it is time to ask again. */
    void pause() {
        pause(step());
    }

    /**
     * How long to wait now.
     *
     * @throws HobsonException.TimedOut when it has taken longer than allowed
     */
    Duration step() {
        var step = next;
        if (end != Long.MAX_VALUE) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new HobsonException.TimedOut(what + " took longer than allowed.", null);
            }
            step = step.toNanos() > left ? Duration.ofNanos(left) : step;
        }
        next = next.multipliedBy(3).dividedBy(2);
        if (next.compareTo(LONGEST) > 0) {
            next = LONGEST;
        }
        return step;
    }

    /** Something moved: it may move again soon. */
    void again() {
        next = FIRST;
    }

    static void pause(Duration length) {
        try {
            TimeUnit.NANOSECONDS.sleep(length.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HobsonException.Interrupted("Interrupted while waiting.", e);
        }
    }
}
