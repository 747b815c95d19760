package hobson.engine.user;

import hobson.engine.Refusal;

/** What is printed in consoles and logs: with a line break in it, it could pretend to be a line of somebody else's. */
final class OneLine {
    private OneLine() {}

    static boolean is(String text) {
        return text.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }

    /** The text; refuses ({@code BAD_INPUT}) one that has more lines, or control characters. */
    static String checked(String what, String text) {
        if (!is(text)) {
            throw Refusal.badInput("The " + what + " has a line break or another control character in it");
        }
        return text;
    }
}
