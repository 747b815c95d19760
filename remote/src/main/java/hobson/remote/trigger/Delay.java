package hobson.remote.trigger;

import hobson.engine.Refusal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** How long a trigger waits, as {@code delay} says it ({@code queue-and-scheduling.md §2}). */
final class Delay {
    private static final Pattern FORM = Pattern.compile("\\s*(-?\\d{1,12})\\s*(secs?|)\\s*");

    private Delay() {}

    /** Milliseconds, whole seconds, never negative; empty when nothing was asked for. */
    static OptionalLong millis(String text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw Refusal.badInput("Invalid time duration value: " + text + "; write it as in delay=30sec");
        }
        long number = Long.parseLong(parts.group(1));
        long seconds = parts.group(2).isEmpty() ? number / 1_000 : number;
        return OptionalLong.of(Math.clamp(seconds, 0, Integer.MAX_VALUE) * 1_000L);
    }
}
