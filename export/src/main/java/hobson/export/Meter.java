package hobson.export;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts what an answer costs while it is made. Used by one thread. */
final class Meter {
    /** How many rows pass between two looks at the clock. */
    private static final int CLOCK_EVERY = 256;

    private final Budget budget;
    private final LongSupplier nanoTime;
    private final long start;
    private long rows;

    Meter(Budget budget, LongSupplier nanoTime) {
        this.budget = budget;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** For an answer that has been made before. */
    static Meter unlimited() {
        return new Meter(
                new Budget(
                        1, 1, Long.MAX_VALUE, Integer.MAX_VALUE, Duration.ofNanos(Long.MAX_VALUE), 1, 1, Duration.ZERO),
                () -> 0);
    }

    void row() {
        if (++rows > budget.rows()) {
            throw new Halt.OverBudget("This answer has more than %,d objects and list items".formatted(budget.rows()));
        }
        if (rows % CLOCK_EVERY == 0
                && nanoTime.getAsLong() - start > budget.time().toNanos()) {
            throw new Halt.OverBudget("This answer takes longer than %d seconds"
                    .formatted(budget.time().toSeconds()));
        }
    }

    void nested(int depth) {
        if (depth > budget.nesting()) {
            throw new Halt.OverBudget("This answer nests objects deeper than %d levels".formatted(budget.nesting()));
        }
    }
}
