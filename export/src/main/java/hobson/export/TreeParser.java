package hobson.export;

import java.util.HashMap;
import java.util.Map;

/** Reads a {@code tree} expression (remote-api.md §3.3). Refuses with the position, counted from 0. */
final class TreeParser {
    private static final int DEEPEST = 200;

    /** More than any query string has; a form could carry one that fills the heap once it is read. */
    private static final int LONGEST = 100_000;

    private static final char END = 0xFFFF; // no character of a URL

    private final String text;
    private int at;
    private int depth;

    private TreeParser(String text) {
        this.text = text;
    }

    static TreeSelection parse(String text) {
        if (text.length() > LONGEST) {
            throw new Halt.Refused(
                    400, "A tree expression may have up to %s characters".formatted(Shown.count(LONGEST)));
        }
        var parser = new TreeParser(text);
        var named = parser.list();
        if (parser.at < text.length()) throw parser.expected("EOF");
        return new TreeSelection(named, Range.ALL);
    }

    private Map<String, TreeSelection> list() {
        if (++depth > DEEPEST) {
            throw refusal("brackets nest deeper than %s levels at %s".formatted(DEEPEST, at));
        }
        var named = new HashMap<String, TreeSelection>();
        do {
            var name = name();
            named.put(name, item()); // a name that was there before is replaced, not added to
        } while (skip(','));
        depth--;
        return named;
    }

    private TreeSelection item() {
        Map<String, TreeSelection> named = Map.of();
        if (skip('[')) {
            named = list();
            if (!skip(']')) throw expected("RBRACE");
        }
        return new TreeSelection(named, skip('{') ? range() : Range.ALL);
    }

    private String name() {
        int start = at;
        while (at < text.length() && ",[]{}".indexOf(text.charAt(at)) < 0) at++;
        if (at == start) throw expected("name");
        return text.substring(start, at);
    }

    private Range range() {
        boolean fromStart = skip(',');
        int first = number();
        Range range;
        if (fromStart) range = new Range(0, first);
        else if (!skip(',')) range = new Range(first, first == Integer.MAX_VALUE ? first : first + 1);
        else range = new Range(first, next() == '}' ? Integer.MAX_VALUE : number());
        if (!skip('}')) throw expected("QRBRACE");
        return range;
    }

    private int number() {
        int start = at;
        while (next() >= '0' && next() <= '9') at++;
        if (at == start) throw expected("number");
        try {
            return Integer.parseInt(text.substring(start, at));
        } catch (NumberFormatException _) {
            throw refusal("%s at %s is too large a number".formatted(text.substring(start, at), start));
        }
    }

    private char next() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private boolean skip(char c) {
        if (next() != c || at == text.length()) return false;
        at++;
        return true;
    }

    private Halt.Refused expected(String what) {
        return refusal("expected " + what + " at " + at);
    }

    private Halt.Refused refusal(String complaint) {
        return new Halt.Refused(400, "Malformed tree expression: " + complaint + " in \"" + Shown.part(text) + "\"");
    }
}
