package hobson.export;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Counts what an answer costs while it is made. Used by one thread. */
final class Meter {
    /** How many rows pass between two looks at the clock. */
    private static final int CLOCK_EVERY = 256;

    /** From so many rows on an answer is an expensive one: some milliseconds. */
    private static final int EXPENSIVE = 8 * 1024;

    private final Budget budget;
    private final LongSupplier nanoTime;
    private final Turns.@Nullable Turn turn;
    private long start;
    private long rows;

    private Meter(Budget budget, LongSupplier nanoTime, Turns.@Nullable Turn turn) {
        this.budget = budget;
        this.nanoTime = nanoTime;
        this.turn = turn;
        this.start = nanoTime.getAsLong();
    }

    /** @param turn is begun when the answer turns out to be expensive */
    Meter(Means means, Turns.Turn turn) {
        this(means.budget(), means.nanoTime(), turn);
    }

    /** For an answer that has been made before. */
    static Meter unlimited() {
        return new Meter(
                new Budget(
                        1, 1, Long.MAX_VALUE, Integer.MAX_VALUE, Duration.ofNanos(Long.MAX_VALUE), 1, 1, Duration.ZERO),
                () -> 0,
                null);
    }

    /** Counts an object, or an item of a list that is none. */
    void row(@Nullable Schema<?, ?> schema) {
        if (++rows > budget.rows()) throw over("has more than %s objects and list items", budget.rows(), schema);
        if (rows % EXPENSIVE == 0) pause();
        if (rows % CLOCK_EVERY == 0
                && nanoTime.getAsLong() - start > budget.time().toNanos()) {
            throw over("takes longer than %s seconds", budget.time().toSeconds(), schema);
        }
    }

    /** Virtual threads that only count would keep all others from their processor. The wait for others is not this answer's time. */
    @SuppressWarnings("ThreadPriorityCheck") // fair, not fast
    private void pause() {
        long before = nanoTime.getAsLong();
        if (turn != null) turn.begin();
        start += nanoTime.getAsLong() - before;
        Thread.yield();
    }

    void nested(int depth, Schema<?, ?> schema) {
        if (depth > budget.nesting()) throw over("nests objects deeper than %s levels", budget.nesting(), schema);
    }

    private static Halt.OverBudget over(String what, long limit, @Nullable Schema<?, ?> schema) {
        return new Halt.OverBudget("This answer " + what.formatted(Shown.count(limit)), schema);
    }
}
