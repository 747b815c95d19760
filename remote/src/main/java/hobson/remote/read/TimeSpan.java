package hobson.remote.read;

/** How long something takes, for people, in at most two units (queue-and-scheduling.md §5). */
final class TimeSpan {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MONTH = 30 * DAY;
    private static final long YEAR = 365 * DAY;

    /** From this many of a unit on, the next smaller unit is left out. */
    private static final long MANY = 10;

    private TimeSpan() {}

    static String of(long millis) {
        if (millis >= YEAR) return two(millis, YEAR, "yr", MONTH, "mo");
        if (millis >= MONTH) return two(millis, MONTH, "mo", DAY, "day");
        if (millis >= DAY) return two(millis, DAY, "day", HOUR, "hr");
        if (millis >= HOUR) return two(millis, HOUR, "hr", MINUTE, "min");
        if (millis >= MINUTE) return two(millis, MINUTE, "min", SECOND, "sec");
        if (millis >= MANY * SECOND) return one(millis / SECOND, "sec");
        if (millis >= SECOND) return decimal(millis / 100, 10) + " sec";
        if (millis >= 100) return decimal(millis / 10, 100) + " sec";
        return millis + " ms";
    }

    private static String two(long millis, long large, String largeName, long small, String smallName) {
        long count = millis / large;
        long rest = millis % large / small;
        var text = one(count, largeName);
        return count >= MANY ? text : text + " " + one(rest, smallName);
    }

    private static String one(long count, String unit) {
        return count + " " + unit + (unit.equals("day") && count != 1 ? "s" : "");
    }

    /** {@code 49} tenths are {@code 4.9}, {@code 25} hundredths {@code 0.25}; zeros at the end are left out. */
    private static String decimal(long count, long unit) {
        var fraction = Long.toString(unit + count % unit).substring(1);
        int end = fraction.length();
        while (end > 0 && fraction.charAt(end - 1) == '0') end--;
        return end == 0 ? Long.toString(count / unit) : count / unit + "." + fraction.substring(0, end);
    }
}
