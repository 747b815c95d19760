package hobson.export;

import java.util.Locale;

/** What the caller sent, and numbers, in our sentences. */
final class Shown {
    private static final int LONGEST = 200;

    private Shown() {}

    /** The text, or its beginning if it is long. */
    static String part(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** A number with commas, whatever country the server stands in. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
