package hobson.engine.node;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that were said about an agent's start. Kept in memory; used by many threads. */
public final class LaunchLog {
    private static final int MOST_LINES = 500;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void line(String line) {
        lines.add(line);
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    /** Each line with its end. */
    public synchronized String text() {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
