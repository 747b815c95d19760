package hobson.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values look to people: texts, numbers, yes and no, times, durations, optional values and lists of them. */
public final class Values {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Values() {}

    // no switch over patterns here: it makes code at run time, which no start cache keeps

    /** One line; nothing at all for what is not known. */
    public static String text(@Nullable Object value) {
        var plain = plain(value);
        if (plain == null) {
            return "";
        } else if (plain instanceof Boolean yes) {
            return yes ? "yes" : "no";
        } else if (plain instanceof Instant time) {
            return TIME.format(time);
        } else if (plain instanceof Duration duration) {
            return duration(duration);
        } else if (plain instanceof Collection<?> many) {
            return many.stream().map(Values::text).collect(Collectors.joining(", "));
        }
        return oneLine(plain.toString());
    }

    /** What an optional value holds, or the value itself. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        } else if (value instanceof OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : null;
        } else if (value instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        }
        return value;
    }

    /** As {@code 3 min 20 s}: two units are enough. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 1) {
            return duration.toMillis() + " ms";
        } else if (seconds < MINUTE) {
            return seconds + " s";
        } else if (seconds < HOUR) {
            return two(seconds / MINUTE, "min", seconds % MINUTE, "s");
        } else if (seconds < DAY) {
            return two(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min");
        }
        return two(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }

    private static String two(long many, String large, long rest, String small) {
        return many + " " + large + (rest == 0 ? "" : " " + rest + " " + small);
    }

    /** What comes from a server cannot move the cursor or begin a line of its own. */
    private static String oneLine(String text) {
        return text.codePoints().anyMatch(Character::isISOControl)
                ? text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f]+", " ").strip()
                : text;
    }
}
