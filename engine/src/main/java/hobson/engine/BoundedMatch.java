package hobson.engine;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Matches patterns that anybody may have written: one that would try for ever gives up and does not match. */
public final class BoundedMatch {
    private static final int MOST_LOOKS = 100_000;

    private BoundedMatch() {}

    /** Whether the pattern matches the whole text. */
    public static boolean matches(Pattern pattern, String text) {
        return holds(pattern, text, Matcher::matches);
    }

    /** Whether the pattern matches a part of the text. */
    public static boolean finds(Pattern pattern, String text) {
        return holds(pattern, text, Matcher::find);
    }

    private static boolean holds(Pattern pattern, String text, Predicate<Matcher> condition) {
        try {
            return condition.test(pattern.matcher(new Counted(text)));
        } catch (TooManyLooks | StackOverflowError e) {
            return false;
        }
    }

    /** The text without what the pattern matches; the whole text for a pattern that gives up. */
    public static String without(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text)).replaceAll("");
        } catch (TooManyLooks | StackOverflowError e) {
            return text;
        }
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyLooks() {
            super(null, null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private int looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
