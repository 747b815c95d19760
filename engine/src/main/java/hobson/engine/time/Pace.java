package hobson.engine.time;

import java.time.Duration;
import java.time.InstantSource;

/**
 * The clock of a server, what it sleeps by, and how it comes by threads of its own. All work that nobody waits for is begun here and
 * all waiting for a time is done here, so that whoever hands in another pace decides when time passes and knows when nothing is
 * left to do.
 */
public interface Pace {
    /** The machine's own. */
    static Pace system() {
        return of(InstantSource.system());
    }

    /** As the machine's, with another clock: sleeps take as long as the clock of the machine says. */
    static Pace of(InstantSource clock) {
        return new RealPace(clock);
    }

    InstantSource clock();

    /** For one thread that sleeps. */
    Alarm alarm();

    /** How much time lies at least between two rounds of a chore that nobody waits for, however often it would be done. */
    default Duration betweenChores() {
        return Duration.ZERO;
    }

    /** Does the work on a virtual thread of its own; returns at once. */
    void begin(String name, Runnable work);
}
