package hobson.http;

import org.jspecify.annotations.Nullable;

/** The first element of a {@code Forwarded} header (RFC 7239): the proxy nearest to the caller. */
record ForwardedElement(String text) {

    /** The value of a parameter, without quotes. */
    @Nullable
    String get(String name) {
        int i = 0;
        while (i < text.length() && text.charAt(i) != ',') {
            int equals = text.indexOf('=', i);
            if (equals < 0) return null;
            int end = valueEnd(equals + 1);
            if (text.substring(i, equals).strip().equalsIgnoreCase(name))
                return unquoted(text.substring(equals + 1, end));
            i = end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
        }
        return null;
    }

    private int valueEnd(int start) {
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            if (!quoted && (c == ';' || c == ',')) return i;
        }
        return text.length();
    }

    private static String unquoted(String value) {
        var stripped = value.strip();
        boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }
}
