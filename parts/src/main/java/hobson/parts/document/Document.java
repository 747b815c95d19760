package hobson.parts.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A document: its bytes, and the elements in them. Immutable; nothing of what was given is ever rewritten. */
public final class Document {
    private final SourceText source;
    private final Element root;
    private final boolean xml11;

    Document(SourceText source, Element root, boolean xml11) {
        this.source = source;
        this.root = root;
        this.xml11 = xml11;
    }

    public Element root() {
        return root;
    }

    /** The very array it was read from. */
    public byte[] bytes() {
        return source.bytes;
    }

    /** What stands in an element, as a document of its own; text that is not in UTF-8 becomes it. */
    public byte[] part(Element element) {
        var declaration = xml11 ? "<?xml version=\"1.1\" encoding=\"UTF-8\"?>\n" : "";
        var part = source.text.substring(element.span.start(), element.span.end());
        return (declaration + part).getBytes(StandardCharsets.UTF_8);
    }

    /** Starts an edit, which leaves this document as it is. */
    public Edit edit() {
        return new Edit(this);
    }

    /** An element of this document, as it is written there. */
    public String source(Element element) {
        return text().substring(element.span.start(), element.span.end());
    }

    /** What is between the tags of an element of this document, as it is written there. */
    public String inside(Element element) {
        return text().substring(element.span.content(), element.span.contentEnd());
    }

    String text() {
        return source.text;
    }

    Charset charset() {
        return source.charset;
    }

    boolean xml11() {
        return xml11;
    }

    SourceText.Bytes byteOffsets() {
        return source.new Bytes();
    }
}
