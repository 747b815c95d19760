package hobson.engine.schedule;

import java.util.Locale;

/**
 * One of the five columns of a line.
 *
 * <p>A hash without a range of its own stays below the days that only some months have, and below the second name of Sunday.
 */
enum Field {
    MINUTE(0, 59, 59),
    HOUR(0, 23, 23),
    DAY_OF_MONTH(1, 31, 28),
    MONTH(1, 12, 12),
    DAY_OF_WEEK(0, 7, 6);

    final int first;
    final int last;
    final int lastOfHash;

    Field(int first, int last, int lastOfHash) {
        this.first = first;
        this.last = last;
        this.lastOfHash = lastOfHash;
    }

    /** Every {@code step}th value of the range, as bits. */
    long range(int from, int to, int step) throws BadSchedule {
        check(from);
        check(to);
        checkStep(step);
        if (from > to) {
            throw new BadSchedule("You mean " + to + "-" + from + "?");
        }
        long bits = 0;
        for (int value = from; value <= to; value += step) {
            bits |= 1L << value;
        }
        return bits;
    }

    /** What {@code H} stands for: one value of the range, or with a step every {@code step}th from a start below the step. */
    long hashed(int from, int to, int step, NameHash hash) throws BadSchedule {
        range(from, to, 1);
        checkStep(step);
        int size = to - from + 1;
        if (step > size) {
            throw outside(step, 1, size);
        }
        return step == 1 ? 1L << (from + hash.next(size)) : range(from + hash.next(step), to, step);
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void check(int value) throws BadSchedule {
        if (value < first || value > last) {
            throw outside(value, first, last);
        }
    }

    private static void checkStep(int step) throws BadSchedule {
        if (step <= 0) {
            throw new BadSchedule("step must be positive, but found " + step);
        }
    }

    private static BadSchedule outside(int value, int low, int high) {
        return new BadSchedule(value + " is an invalid value. Must be within " + low + " and " + high);
    }
}
