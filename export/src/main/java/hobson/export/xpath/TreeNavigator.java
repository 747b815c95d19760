package hobson.export.xpath;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jaxen.DefaultNavigator;
import org.jaxen.XPath;
import org.jspecify.annotations.Nullable;

/** Tells jaxen's functions and comparisons about our nodes, and counts what they look at. Used once, by one thread. */
final class TreeNavigator extends DefaultNavigator {
    private static final long serialVersionUID = 1L;

    private static final int CHARACTERS_PER_VISIT = 256;

    private final transient XmlDocument document;
    private final transient Visits visits;

    TreeNavigator(XmlDocument document, Visits visits) {
        this.document = document;
        this.visits = visits;
    }

    /** The string value; costs as much as it is made of. */
    String text(XmlNode node) {
        visits.visit();
        if (node instanceof XmlElement element && element.firstChild != null) visits.visit(sizeOf(element));
        var text = node.text();
        visits.visit(text.length() / CHARACTERS_PER_VISIT);
        return text;
    }

    private static int sizeOf(XmlElement element) {
        int size = 0;
        for (var at = element; at != null; at = element.after(at)) size++;
        return size;
    }

    @Override
    public Iterator<XmlNode> getParentAxisIterator(Object node) {
        var parent = ((XmlNode) node).parent;
        return parent == null ? Collections.emptyIterator() : List.of(parent).iterator();
    }

    /** Only of the document: of elements, paths find the children themselves. */
    @Override
    public Iterator<XmlNode> getChildAxisIterator(Object node) {
        if (node != document) throw new IllegalArgumentException("functions ask for the root only");
        return List.<XmlNode>of(document.root()).iterator();
    }

    /** None, since only {@code lang()} asks, for an attribute that there is not. */
    @Override
    public Iterator<XmlNode> getAttributeAxisIterator(Object node) {
        return Collections.emptyIterator();
    }

    @Override
    public @Nullable Object getParentNode(Object node) {
        return ((XmlNode) node).parent;
    }

    @Override
    public Object getDocumentNode(Object node) {
        return document;
    }

    @Override
    public String getElementNamespaceUri(Object element) {
        return "";
    }

    @Override
    public String getElementName(Object element) {
        return ((XmlElement) element).name();
    }

    @Override
    public String getElementQName(Object element) {
        return getElementName(element);
    }

    @Override
    public String getAttributeNamespaceUri(Object attribute) {
        return "";
    }

    @Override
    public String getAttributeName(Object attribute) {
        return XmlAttribute.NAME;
    }

    @Override
    public String getAttributeQName(Object attribute) {
        return XmlAttribute.NAME;
    }

    @Override
    public boolean isDocument(Object object) {
        return object instanceof XmlDocument;
    }

    @Override
    public boolean isElement(Object object) {
        return object instanceof XmlElement;
    }

    @Override
    public boolean isAttribute(Object object) {
        return object instanceof XmlAttribute;
    }

    @Override
    public boolean isNamespace(Object object) {
        return object instanceof XmlNamespace;
    }

    @Override
    public boolean isComment(Object object) {
        return false;
    }

    @Override
    public boolean isText(Object object) {
        return object instanceof XmlText;
    }

    @Override
    public boolean isProcessingInstruction(Object object) {
        return false;
    }

    @Override
    public String getCommentStringValue(Object comment) {
        throw new IllegalArgumentException("there are no comments");
    }

    @Override
    public String getElementStringValue(Object element) {
        return text((XmlNode) element);
    }

    @Override
    public String getAttributeStringValue(Object attribute) {
        return text((XmlNode) attribute);
    }

    @Override
    public String getNamespaceStringValue(Object namespace) {
        return text((XmlNode) namespace);
    }

    @Override
    public String getTextStringValue(Object text) {
        return text((XmlNode) text);
    }

    @Override
    public String getNamespacePrefix(Object namespace) {
        return XmlNamespace.PREFIX;
    }

    @Override
    public XPath parseXPath(String expression) {
        throw new UnsupportedOperationException("no function evaluates expressions");
    }
}
