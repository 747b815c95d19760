package hobson.export.xpath;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What the expressions of one query may cost together.
 *
 * @param nodes that may be looked at
 * @param nanoTime a clock that only moves forward
 */
public record XPathLimits(long nodes, Duration time, LongSupplier nanoTime) {}
