package hobson.export;

import java.time.Duration;

/**
 * How much one answer may cost. What goes beyond is refused with a 422.
 *
 * @param wholeBytes answers up to this size are made in memory and sent in one piece, larger ones stream
 * @param bytes size of an answer
 * @param rows objects and list items in an answer
 * @param nesting objects within objects
 * @param time for reading the objects, without the time that the network takes
 * @param documentNodes size of the document that {@code xpath} and {@code exclude} work on
 * @param xpathNodes nodes that the expressions of one query may visit
 * @param xpathTime for the expressions of one query
 */
public record Budget(
        int wholeBytes,
        long bytes,
        long rows,
        int nesting,
        Duration time,
        int documentNodes,
        long xpathNodes,
        Duration xpathTime) {
    public static final Budget DEFAULT = new Budget(
            1 << 20, 256L << 20, 2_000_000, 200, Duration.ofSeconds(20), 500_000, 500_000, Duration.ofMillis(250));

    public Budget {
        if (wholeBytes < 1 || bytes < 1 || rows < 1 || nesting < 1 || documentNodes < 1 || xpathNodes < 1) {
            throw new IllegalArgumentException("a budget is at least 1 of each");
        }
    }

    public Budget withWholeBytes(int limit) {
        return new Budget(limit, bytes, rows, nesting, time, documentNodes, xpathNodes, xpathTime);
    }

    public Budget withBytes(long limit) {
        return new Budget(wholeBytes, limit, rows, nesting, time, documentNodes, xpathNodes, xpathTime);
    }

    public Budget withRows(long limit) {
        return new Budget(wholeBytes, bytes, limit, nesting, time, documentNodes, xpathNodes, xpathTime);
    }

    public Budget withTime(Duration limit) {
        return new Budget(wholeBytes, bytes, rows, nesting, limit, documentNodes, xpathNodes, xpathTime);
    }

    public Budget withXpathNodes(long limit) {
        return new Budget(wholeBytes, bytes, rows, nesting, time, documentNodes, limit, xpathTime);
    }
}
