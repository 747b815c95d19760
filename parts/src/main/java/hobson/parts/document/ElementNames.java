package hobson.parts.document;

/**
 * How class and field names are written as element names: {@code $} as {@code _-}, {@code _} as {@code __}, and what XML does
 * not allow in names as {@code _.} with four hexadecimal digits.
 */
public final class ElementNames {
    private static final int HEX_DIGITS = 4;

    private ElementNames() {}

    /** The name behind the element's name. What is not coded properly stays as it is. */
    static String decoded(String element) {
        int at = element.indexOf('_');
        if (at < 0) {
            return element;
        }
        var name = new StringBuilder(element.length()).append(element, 0, at);
        while (at < element.length()) {
            at += decode(element, at, name);
        }
        return name.toString();
    }

    /** The element's name for a class or field. */
    public static String encoded(String name) {
        var element = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            switch (c) {
                case '$' -> element.append("_-");
                case '_' -> element.append("__");
                default -> {
                    if (isPlain(c, i)) {
                        element.append(c);
                    } else {
                        element.append("_.%04x".formatted((int) c));
                    }
                }
            }
        }
        return element.toString();
    }

    private static boolean isPlain(char c, int index) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (index > 0 && ((c >= '0' && c <= '9') || c == '.' || c == '-'));
    }

    /** Appends what stands at {@code at}, and returns how long it is. */
    private static int decode(String element, int at, StringBuilder name) {
        char c = element.charAt(at);
        if (c == '_' && at + 1 < element.length()) {
            switch (element.charAt(at + 1)) {
                case '_' -> {
                    name.append('_');
                    return 2;
                }
                case '-' -> {
                    name.append('$');
                    return 2;
                }
                case '.' -> {
                    int code = hex(element, at + 2);
                    if (code >= 0) {
                        name.append((char) code);
                        return 2 + HEX_DIGITS;
                    }
                }
                default -> {}
            }
        }
        name.append(c);
        return 1;
    }

    private static int hex(String text, int from) {
        if (from + HEX_DIGITS > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
