package hobson.export.xpath;

/**
 * What a parser gives back of a text that was written: line ends are line feeds. Characters that XML cannot carry, which end the
 * parser, become the replacement character.
 */
final class ParsedText {
    private static final char REPLACEMENT = 0xFFFD;

    private ParsedText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= ' ' ? c < 0xD800 : c == '\n' || c == '\t';
            if (!plain) return parsed(text, i);
        }
        return text;
    }

    private static String parsed(String text, int from) {
        var parsed = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') parsed.append('\n');
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                parsed.append(c).append(text.charAt(++i));
            } else {
                boolean legal = c >= ' ' ? !Character.isSurrogate(c) && c < 0xFFFE : c == '\n' || c == '\t';
                parsed.append(legal ? c : REPLACEMENT);
            }
        }
        return parsed.toString();
    }
}
