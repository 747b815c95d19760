package hobson.export.xpath;

/** A piece of the text of an element. */
public final class XmlText extends XmlNode {
    private final String text;

    XmlText(XmlElement element, int index, String text) {
        super(element.order + 3 + index, element);
        this.text = text;
    }

    @Override
    public void detach() {
        if (parent instanceof XmlElement element) element.drop(this);
        parent = null;
    }

    @Override
    public String text() {
        return text;
    }
}
