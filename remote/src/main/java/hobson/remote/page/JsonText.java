package hobson.remote.page;

/** Foreign text inside JSON. */
public final class JsonText {
    private JsonText() {}

    /** The text as a JSON string, quotes included; harmless inside HTML too. */
    public static String quoted(String text) {
        var out = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ' || c == 0x7F || c == '<' || c == '>' || c == '&' || Character.isSurrogate(c))
                out.append(escape(c));
            else out.append(c);
        }
        return out.append('"').toString();
    }

    private static String escape(char c) {
        return "\\u" + String.format("%04x", (int) c);
    }
}
