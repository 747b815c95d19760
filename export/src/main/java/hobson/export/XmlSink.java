package hobson.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/** Writes XML as it is sent without XPath: no declaration, lists as repeated elements (remote-api.md §2.8). */
final class XmlSink extends Sink {

    private static final byte[] YES = "true".getBytes(US_ASCII);
    private static final byte[] NO = "false".getBytes(US_ASCII);

    private final Bytes out;
    private final ElementStack open;

    XmlSink(Bytes out, Name root) {
        this.out = out;
        this.open = new ElementStack(root);
    }

    @Override
    void name(Name name) {
        open.name(name);
    }

    @Override
    void nothing() {
        // null is the absence of the element
    }

    @Override
    void text(String value) {
        var element = open.current();
        out.add(element.open);
        Text.escaped(value, out);
        out.add(element.close);
    }

    @Override
    void bare(String value) {
        text(value);
    }

    @Override
    void integer(long value) {
        var element = open.current();
        out.add(element.open);
        Text.integer(value, out);
        out.add(element.close);
    }

    @Override
    void bool(boolean value) {
        var element = open.current();
        out.add(element.open);
        out.add(value ? YES : NO);
        out.add(element.close);
    }

    @Override
    void beginObject(@Nullable TypeName type) {
        out.add(open.current().open);
        if (type != null) {
            out.size--; // the attribute comes before the bracket and brings one
            out.add(type.attribute);
        }
        open.beginObject();
    }

    @Override
    void endObject() {
        open.endObject();
        out.add(open.current().close);
    }

    @Override
    void beginArray() {
        open.beginArray();
    }

    @Override
    void endArray() {
        open.endArray();
    }

    @Override
    void mark() {
        out.mark(0);
        open.mark();
    }

    @Override
    void keep() {
        out.keep();
        open.keep();
    }

    @Override
    void drop() {
        out.drop();
        open.drop();
    }
}
