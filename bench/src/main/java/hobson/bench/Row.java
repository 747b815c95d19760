package hobson.bench;

import java.util.Locale;

/**
 * One measure in the table.
 *
 * @param figure what the server did
 * @param limit what the machine can do, empty where there is nothing to compare with
 * @param ratio of the two
 * @param target what must be reached
 */
record Row(String measure, String figure, String limit, String ratio, String target, boolean met) {
    /** A figure that must not be larger than its target. */
    static Row atMost(String measure, double figure, double target, String unit) {
        return new Row(measure, number(figure, unit), "", "", "≤ " + number(target, unit), figure <= target);
    }

    /** A figure that must not be smaller than its target. */
    static Row atLeast(String measure, double figure, double target, String unit) {
        return new Row(measure, number(figure, unit), "", "", "≥ " + number(target, unit), figure >= target);
    }

    /** A rate that must be at least that part, in percent, of what the machine can do. */
    static Row part(String measure, double figure, double limit, double percent) {
        double ratio = limit == 0 ? 0 : figure * 100 / limit;
        return new Row(
                measure,
                number(figure, "/s"),
                number(limit, "/s"),
                number(ratio, "%"),
                "≥ " + number(percent, "%"),
                ratio >= percent);
    }

    @Override
    public String toString() {
        return measure + ": " + figure + (ratio.isEmpty() ? "" : ", " + ratio + " of " + limit) + ", wanted " + target;
    }

    /** With three digits that count, and groups of three. */
    static String number(double value, String unit) {
        double size = Math.abs(value);
        int decimals = size >= 100 || size == Math.rint(size) ? 0 : size >= 10 ? 1 : 2;
        var number = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return unit.startsWith("/") ? number + unit : number + " " + unit;
    }
}
