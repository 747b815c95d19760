package hobson.export.xpath;

import java.util.ArrayList;
import java.util.List;

/**
 * How a parser cuts a text into nodes: each character that was escaped is one of its own, and long texts come in parts
 * (remote-api.md §4.1).
 */
final class TextPieces {
    private static final int LONGEST = 8192;

    private TextPieces() {}

    static List<String> of(String text) {
        var pieces = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escaped = c == '<' || c == '>' || c == '&';
            if (i > start && (escaped || i - start == LONGEST)) {
                pieces.add(text.substring(start, i));
                start = i;
            }
            if (escaped) {
                pieces.add(text.substring(i, i + 1));
                start = i + 1;
            }
        }
        if (start < text.length()) pieces.add(text.substring(start));
        return pieces;
    }
}
