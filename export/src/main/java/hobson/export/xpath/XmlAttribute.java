package hobson.export.xpath;

/** The class that an element says it has. */
public final class XmlAttribute extends XmlNode {
    /** The only name of an attribute. */
    public static final String NAME = "_class";

    private final String value;

    XmlAttribute(XmlElement element, String value) {
        super(element.order + 2, element);
        this.value = value;
    }

    @Override
    public void detach() {
        if (parent instanceof XmlElement element) element.dropAttribute();
        parent = null;
    }

    @Override
    public String text() {
        return value;
    }
}
