package hobson.export;

import hobson.export.xpath.XmlTreeBuilder;
import org.jspecify.annotations.Nullable;

/** Makes the document that parsing the XML of {@link XmlSink} would give, without writing it. */
final class TreeSink implements Sink {
    private final XmlTreeBuilder tree;
    private final ElementStack open;

    TreeSink(XmlTreeBuilder tree, Name root) {
        this.tree = tree;
        this.open = new ElementStack(root);
    }

    @Override
    public void name(Name name) {
        open.name(name);
    }

    @Override
    public void nothing() {
        // null is the absence of the element
    }

    @Override
    public void text(String value) {
        tree.leaf(open.current().name, value);
    }

    @Override
    public void bare(String value) {
        text(value);
    }

    @Override
    public void integer(long value) {
        text(Long.toString(value));
    }

    @Override
    public void bool(boolean value) {
        text(Boolean.toString(value));
    }

    @Override
    public void beginObject(@Nullable TypeName type) {
        tree.begin(open.current().name, type == null ? null : type.className);
        open.beginObject();
    }

    @Override
    public void endObject() {
        open.endObject();
        tree.end();
    }

    @Override
    public void beginArray() {
        open.beginArray();
    }

    @Override
    public void endArray() {
        open.endArray();
    }

    @Override
    public void mark() {
        tree.mark();
        open.mark();
    }

    @Override
    public void keep() {
        tree.keep();
        open.keep();
    }

    @Override
    public void drop() {
        tree.drop();
        open.drop();
    }
}
