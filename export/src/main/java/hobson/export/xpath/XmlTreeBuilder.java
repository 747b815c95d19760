package hobson.export.xpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a document from its start to its end; equal to parsing the text of the document. Used once, by one thread. */
public final class XmlTreeBuilder {
    private final List<Mark> marks = new ArrayList<>();
    private long elements;
    private @Nullable XmlElement root;
    private @Nullable XmlElement open;

    private record Mark(XmlElement open, @Nullable XmlElement last) {}

    public void begin(String name, @Nullable String className) {
        var element = new XmlElement(name, className, null, order());
        if (open == null) root = element;
        else open.add(element);
        open = element;
    }

    public void end() {
        open = opened().parent instanceof XmlElement above ? above : null;
    }

    /** An element with a text and nothing else. */
    public void leaf(String name, String text) {
        opened().add(new XmlElement(name, null, text.isEmpty() ? null : ParsedText.of(text), order()));
    }

    /** Remembers this place inside an element; marks nest. */
    public void mark() {
        var element = opened();
        marks.add(new Mark(element, element.lastChild));
    }

    public void keep() {
        marks.removeLast();
    }

    /** Forgets everything since the last mark. */
    public void drop() {
        var mark = marks.removeLast();
        mark.open.cutAfter(mark.last);
        open = mark.open;
    }

    public XmlDocument document() {
        if (root == null) throw new IllegalStateException("the document has no element");
        return new XmlDocument(root);
    }

    private XmlElement opened() {
        if (open == null) throw new IllegalStateException("no element is open");
        return open;
    }

    private long order() {
        return ++elements * XmlNode.ORDERS_PER_ELEMENT;
    }
}
