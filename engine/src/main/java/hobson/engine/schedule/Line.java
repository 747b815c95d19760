package hobson.engine.schedule;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times of the clock on the wall: those whose every field has its bit set, the day of the month and the day of the week alike.
 *
 * @param daysOfWeek from 0 for Sunday to 6
 */
record Line(long minutes, long hours, long daysOfMonth, long months, long daysOfWeek) {
    private static final int SECOND_SUNDAY = 7;

    /** Days of the week in which 7 is Sunday too. */
    static long withOneSunday(long bits) {
        return (bits | bits >>> SECOND_SUNDAY) & ((1L << SECOND_SUNDAY) - 1);
    }

    /**
     * The first of these times that is not before {@code from} and is before {@code end}, on a clock that nobody sets in between.
     *
     * @param from a whole minute
     */
    @Nullable
    LocalDateTime first(LocalDateTime from, LocalDateTime end) {
        var at = from;
        while (at.isBefore(end)) {
            if (!has(months, at.getMonthValue())) {
                at = at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
            } else if (!has(daysOfMonth, at.getDayOfMonth())
                    || !has(daysOfWeek, at.getDayOfWeek().getValue() % SECOND_SUNDAY)) {
                at = at.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!has(hours, at.getHour())) {
                at = at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!has(minutes, at.getMinute())) {
                at = at.plusMinutes(1);
            } else {
                return at;
            }
        }
        return null;
    }

    private static boolean has(long bits, int value) {
        return (bits >>> value & 1) != 0;
    }
}
