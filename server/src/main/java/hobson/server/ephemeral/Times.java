package hobson.server.ephemeral;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 90s}, {@code 1h30m}, {@code 2d}, {@code 500ms}; also {@code PT3H}. */
final class Times {
    private static final Pattern SPAN = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Times() {}

    /** A span that may pass: forwards, and not more than a century. */
    static Duration passing(Duration time) {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Time does not go back, nor more than " + LONGEST.toDays() + " days on: " + time);
        }
        return time;
    }

    /** @throws IllegalArgumentException with a sentence for the caller */
    static Duration parse(String text) {
        try {
            return text.startsWith("P") ? Duration.parse(text) : sum(text);
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(text);
        }
    }

    private static Duration sum(String text) {
        var spans = SPAN.matcher(text);
        var sum = Duration.ZERO;
        int end = 0;
        while (spans.find() && spans.start() == end) {
            sum = sum.plus(
                    UNITS.getOrDefault(spans.group(2), Duration.ZERO).multipliedBy(Long.parseLong(spans.group(1))));
            end = spans.end();
        }
        if (end == 0 || end != text.length()) {
            throw wrong(text);
        }
        return sum;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("A span of time is written 90s, 1h30m, 2d, 500ms or PT3H, not '"
                + text.replaceAll("\\p{Cntrl}", "?") + "'");
    }
}
