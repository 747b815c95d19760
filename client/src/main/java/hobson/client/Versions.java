package hobson.client;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** The order of versions: number by number, and what has a word after its numbers ({@code 2.0-rc1}) comes before what has none. */
final class Versions {
    private static final Pattern NUMBERS = Pattern.compile("^v?([0-9]+(?:\\.[0-9]+)*)(.*)$");

    private Versions() {}

    static int compare(String one, String other) {
        var left = NUMBERS.matcher(one);
        var right = NUMBERS.matcher(other);
        if (!left.matches() || !right.matches()) {
            return one.compareTo(other);
        }
        int byNumber = compareNumbers(left.group(1).split("\\."), right.group(1).split("\\."));
        if (byNumber != 0 || left.group(2).equals(right.group(2))) {
            return byNumber;
        }
        return left.group(2).isEmpty()
                        || (!right.group(2).isEmpty() && left.group(2).compareTo(right.group(2)) > 0)
                ? 1
                : -1;
    }

    private static int compareNumbers(String[] left, String[] right) {
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = number(left, i).compareTo(number(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger number(String[] numbers, int i) {
        return i < numbers.length ? new BigInteger(numbers[i]) : BigInteger.ZERO;
    }
}
