package hobson.parts.junit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long something took, as tools write it: {@code 1.25}, {@code 1,234.5}, {@code 0.5s}. */
final class Seconds {
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?\\d{0,30}(?:\\.\\d{0,30})?(?:[eE][+-]?\\d{1,3})?).*", Pattern.DOTALL);

    private Seconds() {}

    /** 0 for what is no number. */
    static float parse(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        var found = NUMBER.matcher(text.replace(",", ""));
        if (!found.matches()) {
            return 0;
        }
        try {
            float seconds = Float.parseFloat(found.group(1));
            return Float.isFinite(seconds) ? seconds : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
