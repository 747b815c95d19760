package hobson.export.xpath;

/** A document: a root element. */
public final class XmlDocument extends XmlNode {
    private final XmlElement root;

    XmlDocument(XmlElement root) {
        super(0, null);
        this.root = root;
        root.parent = this;
    }

    public XmlElement root() {
        return root;
    }

    @Override
    public void detach() {
        // a document is in nothing
    }

    @Override
    public String text() {
        return root.text();
    }
}
