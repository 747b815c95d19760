package hobson.parts.document;

import java.nio.charset.Charset;

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
