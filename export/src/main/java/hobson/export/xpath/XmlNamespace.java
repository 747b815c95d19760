package hobson.export.xpath;

/** The namespace that every element has: that of the prefix {@code xml}. */
public final class XmlNamespace extends XmlNode {
    static final String PREFIX = "xml";
    private static final String URI = "http://www.w3.org/XML/1998/namespace";

    XmlNamespace(XmlElement element) {
        super(element.order + 1, element);
    }

    @Override
    public void detach() {
        // it is not written anywhere
    }

    @Override
    public String text() {
        return URI;
    }
}
