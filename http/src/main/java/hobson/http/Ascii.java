package hobson.http;

import java.util.Locale;

/** Letters of protocols: never those of the host's language. */
final class Ascii {
    private Ascii() {}

    static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
