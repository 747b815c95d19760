package hobson.export.xpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element with either a text or children. Nodes for the attribute and the text are made when somebody looks for them.
 *
 * <pre>
 *   parent
 *     │ firstChild                 lastChild
 *     ▼                                ▼
 *   element ─next──▶ element ─next──▶ element
 *           ◀─previous─      ◀─previous─
 * </pre>
 */
public final class XmlElement extends XmlNode {
    private final String name;
    private @Nullable String className;
    private @Nullable String text;
    private @Nullable XmlAttribute attribute;
    private @Nullable List<XmlText> pieces;

    @Nullable
    XmlElement firstChild;

    @Nullable
    XmlElement lastChild;

    @Nullable
    XmlElement next;

    @Nullable
    XmlElement previous;

    XmlElement(String name, @Nullable String className, @Nullable String text, long order) {
        super(order, null);
        this.name = name;
        this.className = className;
        this.text = text;
    }

    public String name() {
        return name;
    }

    /** The value of the attribute, if there is one. */
    public @Nullable String className() {
        return className;
    }

    public @Nullable XmlElement firstChild() {
        return firstChild;
    }

    public @Nullable XmlElement next() {
        return next;
    }

    /** The text of an element without children; null if there is none. */
    public @Nullable String ownText() {
        return text;
    }

    @Nullable
    XmlAttribute attribute() {
        if (attribute == null && className != null) attribute = new XmlAttribute(this, className);
        return attribute;
    }

    /** The text as the nodes that a parser makes of it. */
    List<XmlText> pieces() {
        if (pieces == null) pieces = text == null ? List.of() : pieces(text);
        return pieces;
    }

    private List<XmlText> pieces(String whole) {
        var all = new ArrayList<XmlText>();
        for (var piece : TextPieces.of(whole)) all.add(new XmlText(this, all.size(), piece));
        return all;
    }

    void add(XmlElement child) {
        child.parent = this;
        child.previous = lastChild;
        if (lastChild == null) firstChild = child;
        else lastChild.next = child;
        lastChild = child;
    }

    /** Forgets all children after this one; null forgets all. */
    void cutAfter(@Nullable XmlElement child) {
        lastChild = child;
        if (child == null) firstChild = null;
        else child.next = null;
    }

    void dropAttribute() {
        className = null;
        attribute = null;
    }

    void drop(XmlText piece) {
        var left = new ArrayList<>(pieces());
        left.remove(piece);
        pieces = left;
        var rest = new StringBuilder();
        for (var each : left) rest.append(each.text());
        text = left.isEmpty() ? null : rest.toString();
    }

    @Override
    public void detach() {
        if (!(parent instanceof XmlElement above)) return;
        if (previous == null) above.firstChild = next;
        else previous.next = next;
        if (next == null) above.lastChild = previous;
        else next.previous = previous;
        parent = null;
        next = null;
        previous = null;
    }

    @Override
    public String text() {
        if (firstChild == null) return text == null ? "" : text;
        var all = new StringBuilder();
        for (XmlElement at = this; at != null; at = after(at)) {
            if (at.text != null) all.append(at.text);
        }
        return all.toString();
    }

    /** The element that follows within this one, in document order; null at the end. */
    @Nullable
    XmlElement after(XmlElement element) {
        if (element.firstChild != null) return element.firstChild;
        return afterAllOf(element);
    }

    /** The same, leaving out what is in the element. */
    @Nullable
    XmlElement afterAllOf(XmlElement element) {
        XmlElement at = element;
        while (at != this) {
            if (at.next != null) return at.next;
            if (!(at.parent instanceof XmlElement above)) return null;
            at = above;
        }
        return null;
    }
}
