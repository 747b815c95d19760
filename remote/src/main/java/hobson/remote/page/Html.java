package hobson.remote.page;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML. Texts and attribute values are escaped, always; there is no way to put markup in except by its element. Used by one
 * thread.
 *
 * <pre>{@code
 * html.open("p").text("Hello ").element("b", name).close();
 * }</pre>
 */
public final class Html {
    private final StringBuilder out = new StringBuilder(2_000);
    private final Deque<String> open = new ArrayDeque<>();

    /** Starts an element. A name without a value, as in {@code required}, is given an empty one. */
    public Html open(String element, String... namesAndValues) {
        tag(element, namesAndValues);
        open.push(element);
        return this;
    }

    /** Ends the element that was opened last. */
    public Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with nothing but a text in it. */
    public Html element(String element, String text, String... namesAndValues) {
        return open(element, namesAndValues).text(text).close();
    }

    /** An element that has no end: {@code input}, {@code meta}, {@code br}. */
    public Html single(String element, String... namesAndValues) {
        tag(element, namesAndValues);
        return this;
    }

    public Html text(String text) {
        out.append(escape(text));
        return this;
    }

    public Html line() {
        out.append('\n');
        return this;
    }

    /** A text as content of an element or as value of an attribute in quotes. */
    public static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            var replacement = replacement(text.charAt(i));
            if (replacement != null && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                if (replacement == null) escaped.append(text.charAt(i));
                else escaped.append(replacement);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) throw new IllegalStateException("still open: " + open);
        return out.toString();
    }

    private void tag(String element, String... namesAndValues) {
        out.append('<').append(element);
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            out.append(' ').append(namesAndValues[i]).append("=\"");
            out.append(escape(namesAndValues[i + 1])).append('"');
        }
        out.append('>');
    }

    private static @org.jspecify.annotations.Nullable String replacement(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            case '\t', '\n', '\r' -> null;
            default -> c < ' ' ? " " : null;
        };
    }
}
