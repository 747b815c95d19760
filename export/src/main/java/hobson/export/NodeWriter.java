package hobson.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import hobson.export.xpath.XmlAttribute;
import hobson.export.xpath.XmlDocument;
import hobson.export.xpath.XmlElement;
import hobson.export.xpath.XmlNamespace;
import hobson.export.xpath.XmlNode;
import hobson.export.xpath.XmlText;
import java.util.List;

/** Writes nodes as XPath answers have them: double quotes, empty elements closed at once (remote-api.md §4.1). */
final class NodeWriter {
    private static final byte[] DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(US_ASCII);

    private static final byte[] ATTRIBUTE = (" " + XmlAttribute.NAME + "=\"").getBytes(US_ASCII);
    private static final byte[] SELF_CLOSED = "/>".getBytes(US_ASCII);
    private static final byte[] CLOSING = "</".getBytes(US_ASCII);

    private final Bytes out;

    NodeWriter(Bytes out) {
        this.out = out;
    }

    void write(XmlNode node) {
        switch (node) {
            case XmlDocument document -> {
                out.add(DECLARATION);
                element(document.root());
            }
            case XmlElement element -> element(element);
            case XmlAttribute attribute -> attribute(attribute.text());
            case XmlText text -> Text.escaped(text.text(), out);
            case XmlNamespace _ -> {} // that of the prefix xml is never declared
        }
    }

    /** An element around nodes, which leave the elements that they are in, and around a text. */
    void wrapped(String name, List<?> values) {
        out.add('<');
        Text.plain(name, out);
        for (var value : values) {
            if (value instanceof XmlAttribute attribute) attribute(attribute.text());
        }
        for (var value : values) {
            if (value instanceof XmlNode node) node.detach();
        }
        var inside = values.stream().filter(NodeWriter::isInside).toList();
        if (inside.isEmpty()) {
            out.add(SELF_CLOSED);
            return;
        }
        out.add('>');
        for (var value : inside) {
            if (value instanceof XmlNode node) write(node);
            else Text.escaped(value.toString(), out);
        }
        close(name);
    }

    private static boolean isInside(Object value) {
        return value instanceof XmlElement || value instanceof XmlText || value instanceof String;
    }

    private void element(XmlElement element) {
        out.add('<');
        Text.plain(element.name(), out);
        if (element.className() != null) attribute(element.className());
        var text = element.ownText();
        if (text == null && element.firstChild() == null) {
            out.add(SELF_CLOSED);
            return;
        }
        out.add('>');
        if (text != null) Text.escaped(text, out);
        for (var child = element.firstChild(); child != null; child = child.next()) element(child);
        close(element.name());
    }

    private void close(String name) {
        out.add(CLOSING);
        Text.plain(name, out);
        out.add('>');
    }

    private void attribute(String value) {
        out.add(ATTRIBUTE);
        Text.plain(value, out); // the name of a class: nothing to escape
        out.add('"');
    }
}
