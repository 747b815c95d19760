package hobson.export.xpath;

import java.util.ArrayDeque;

/**
 * Looks at an expression before the parser does: it must not be long or deep, since the parser is recursive, and its brackets must
 * match, since the parser looks ahead for their ends and would not stop at the end of the text.
 */
final class Brackets {
    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 100;

    private Brackets() {}

    static void check(String text) {
        if (text.length() > LONGEST) {
            throw XPathRefused.invalid("An XPath expression may have up to %s characters".formatted(LONGEST));
        }
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') i = endOfLiteral(text, i);
            else if (c == '(' || c == '[') open.push(i);
            else if ((c == ')' || c == ']') && !isEndOf(open, c, text)) throw invalid(text, i, "nothing that it ends");
            if (open.size() > DEEPEST) throw invalid(text, i, "more than " + DEEPEST + " brackets around it");
        }
        if (!open.isEmpty()) throw invalid(text, open.peek(), "no end");
    }

    private static int endOfLiteral(String text, int start) {
        int end = text.indexOf(text.charAt(start), start + 1);
        if (end < 0) throw invalid(text, start, "no end");
        return end;
    }

    private static boolean isEndOf(ArrayDeque<Integer> open, char end, String text) {
        return !open.isEmpty() && text.charAt(open.pop()) == (end == ')' ? '(' : '[');
    }

    private static XPathRefused invalid(String text, int at, String what) {
        return XPathRefused.invalid("Invalid XPath expression: %s at %s has %s in \"%s\""
                .formatted(text.charAt(at), at, what, XPathExpression.shown(text)));
    }
}
