package hobson.export.xpath;

import org.jspecify.annotations.Nullable;

/** A node of a document. Used by one thread, like the document. */
public abstract sealed class XmlNode permits XmlDocument, XmlElement, XmlAttribute, XmlText, XmlNamespace {
    /** Attributes, namespaces and texts of an element are numbered between it and its first child. */
    static final int ORDERS_PER_ELEMENT = 1 << 20;

    /** The place in document order. */
    final long order;

    @Nullable
    XmlNode parent;

    /** The last search that found this node; used to find nodes once. */
    int seenBy;

    XmlNode(long order, @Nullable XmlNode parent) {
        this.order = order;
        this.parent = parent;
    }

    /** Takes the node out of its element; does nothing to a document and its root. */
    public abstract void detach();

    /** The string value in the sense of XPath. */
    public abstract String text();
}
