package hobson.export;

import hobson.export.xpath.XmlTreeBuilder;
import org.jspecify.annotations.Nullable;

/** Makes the document that parsing the XML of {@link XmlSink} would give, without writing it. */
final class TreeSink extends Sink {
    /** Roughly what an element with a text takes, in bytes. */
    private static final long ELEMENT = 200;

    private static final int COUNTED_AT_ONCE = 1024;

    private final XmlTreeBuilder tree;
    private final ElementStack open;
    private final int most;
    private final AnswerMemory.Share memory;
    private int elements;

    /** @param most elements that the document may have */
    TreeSink(XmlTreeBuilder tree, Name root, int most, AnswerMemory.Share memory) {
        this.tree = tree;
        this.most = most;
        this.memory = memory;
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
        count();
        tree.leaf(open.current().name, value);
    }

    @Override
    void bare(String value) {
        text(value);
    }

    @Override
    void integer(long value) {
        text(Long.toString(value));
    }

    @Override
    void bool(boolean value) {
        text(Boolean.toString(value));
    }

    @Override
    void beginObject(@Nullable TypeName type) {
        count();
        tree.begin(open.current().name, type == null ? null : type.className);
        open.beginObject();
    }

    @Override
    void endObject() {
        open.endObject();
        tree.end();
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
        tree.mark();
        open.mark();
    }

    @Override
    void keep() {
        tree.keep();
        open.keep();
    }

    @Override
    void drop() {
        tree.drop();
        open.drop();
    }

    private void count() {
        if (elements > 0 && elements % COUNTED_AT_ONCE == 0) memory.take(COUNTED_AT_ONCE * ELEMENT);
        if (++elements > most) {
            throw new Halt.OverBudget(
                    "xpath and exclude work on documents of up to %s elements".formatted(Shown.count(most)), null);
        }
    }
}
