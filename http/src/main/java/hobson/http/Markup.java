package hobson.http;

/** Foreign text inside HTML and JSON. */
final class Markup {
    private Markup() {}

    /** For element content and quoted attributes. */
    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
        return out.toString();
    }

    /** Markup whose characters outside ASCII are written as references, so that any charset carries them. */
    static String ascii(String markup) {
        var out = new StringBuilder(markup.length());
        markup.codePoints().forEach(c -> {
            if (c < 0x80) out.append((char) c);
            else out.append("&#").append(c).append(';');
        });
        return out.toString();
    }

    /** The inside of a JSON string. */
    static String jsonText(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ' || c == 0x7F || Character.isSurrogate(c)) out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        return out.toString();
    }
}
