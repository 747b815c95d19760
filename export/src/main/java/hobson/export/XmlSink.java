package hobson.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/** Writes XML as it is sent without XPath: no declaration, lists as repeated elements (remote-api.md §2.8). */
final class XmlSink implements Sink {

    private static final byte[] YES = "true".getBytes(US_ASCII);
    private static final byte[] NO = "false".getBytes(US_ASCII);

    private final Bytes out;
    private final ElementStack open;

    XmlSink(Bytes out, Name root) {
        this.out = out;
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
        var element = open.current();
        out.add(element.open);
        Text.escaped(value, out);
        out.add(element.close);
    }

    @Override
    public void bare(String value) {
        text(value);
    }

    @Override
    public void integer(long value) {
        var element = open.current();
        out.add(element.open);
        Text.integer(value, out);
        out.add(element.close);
    }

    @Override
    public void bool(boolean value) {
        var element = open.current();
        out.add(element.open);
        out.add(value ? YES : NO);
        out.add(element.close);
    }

    @Override
    public void beginObject(@Nullable TypeName type) {
        out.add(open.current().open);
        if (type != null) {
            out.size--; // the attribute comes before the bracket and brings one
            out.add(type.attribute);
        }
        open.beginObject();
    }

    @Override
    public void endObject() {
        open.endObject();
        out.add(open.current().close);
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
        out.mark(0);
        open.mark();
    }

    @Override
    public void keep() {
        out.keep();
        open.keep();
    }

    @Override
    public void drop() {
        out.drop();
        open.drop();
    }
}
