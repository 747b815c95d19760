package hobson.parts.credential;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes a document, an element a line. For one thread. */
final class XmlText {
    private final StringBuilder out = new StringBuilder("<?xml version=\"1.1\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    XmlText(String root) {
        open(root, null);
    }

    XmlText open(String element, @Nullable String className) {
        out.append(indent()).append('<').append(element);
        if (className != null) {
            out.append(" class=\"").append(className).append('"');
        }
        out.append(">\n");
        open.push(element);
        return this;
    }

    XmlText close() {
        var element = open.pop();
        out.append(indent()).append("</").append(element).append(">\n");
        return this;
    }

    XmlText text(String element, String text) {
        out.append(indent()).append('<').append(element).append('>');
        text.chars().forEach(this::character);
        out.append("</").append(element).append(">\n");
        return this;
    }

    XmlText flag(String element, boolean flag) {
        return text(element, Boolean.toString(flag));
    }

    XmlText redacted(String element) {
        open(element, null);
        out.append(indent()).append('<').append(ElementFields.REDACTED).append("/>\n");
        return close();
    }

    byte[] bytes() {
        close();
        out.setLength(out.length() - 1);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String indent() {
        return "  ".repeat(open.size());
    }

    private void character(int c) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case 0 -> {} // no XML can say it
            default -> {
                if (c < ' ' && c != '\n' && c != '\t') {
                    out.append("&#").append(c).append(';');
                } else {
                    out.append((char) c);
                }
            }
        }
    }
}
