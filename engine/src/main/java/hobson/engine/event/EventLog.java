package hobson.engine.event;

import java.time.Instant;
import java.util.List;

/** Reads the ordered log of committed changes. Writing it is part of every other store's transactions. */
public interface EventLog {
    /** At most {@code limit} events after {@code sequence}, oldest first. */
    List<Event> after(long sequence, int limit);

    /**
     * Forgets the events before that time, but never the newest one. Works in small steps, so that nobody waits long behind it.
     */
    void forget(Instant before);
}
