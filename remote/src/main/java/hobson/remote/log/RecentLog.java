package hobson.remote.log;

import java.time.Instant;
import java.util.List;

/** The newest lines of the server's own log, and what it takes in. Used by many threads. */
public interface RecentLog {
    /**
     * One line.
     *
     * @param level by its name, as in {@code WARNING}
     * @param trace of what was thrown; empty for nothing
     */
    record Line(long number, Instant time, String level, String logger, String message, String trace) {}

    /** Lines of at least that level, newest first. */
    List<Line> atLeast(String level);

    /** The loggers that have a level of their own, by name; the root's is {@code ""}. */
    List<Threshold> levels();

    /** A logger and the lowest level that it takes in. */
    record Threshold(String logger, String level) {}

    /**
     * Until the end of the process.
     *
     * @throws IllegalArgumentException with a sentence, for a level that there is not, or too many loggers
     */
    void set(Threshold threshold);
}
