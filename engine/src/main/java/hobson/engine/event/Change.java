package hobson.engine.event;

import java.time.Instant;

/**
 * When and by whom something was changed. Every change that a store commits is written to the event log with it, in the
 * same transaction.
 *
 * @param by id of the user, or {@link #SYSTEM}
 */
public record Change(Instant at, String by) {
    /** The server itself: builds, timers, discarders. */
    public static final String SYSTEM = "SYSTEM";

    public static Change bySystem(Instant at) {
        return new Change(at, SYSTEM);
    }
}
