package hobson.parts.document;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Changes to a document. Only the elements concerned are written anew; every other byte stays what it was. For one use by one
 * thread; the elements must be of the document and must not overlap.
 */
public final class Edit {
    private final Document document;
    private final Escape escape;
    private final List<Splice> splices = new ArrayList<>();

    /** In characters. */
    private record Splice(int start, int end, String replacement) {}

    Edit(Document document) {
        this.document = document;
        this.escape = new Escape(document.charset(), document.xml11());
    }

    /** For what is put into the document as it is. */
    public Escape escape() {
        return escape;
    }

    /** Replaces all that is in the element, unless that is just this text. */
    public Edit text(Element element, String text) {
        if (element.children().isEmpty() && element.text().equals(text)) {
            return this;
        }
        var span = element.span;
        if (span.selfClosing()) {
            splices.add(new Splice(
                    span.end() - 2, span.end(), ">" + escape.text(text) + "</" + element.elementName() + ">"));
        } else {
            splices.add(new Splice(span.content(), span.contentEnd(), escape.text(text)));
        }
        return this;
    }

    /**
     * Sets the text of the root's child of that name. Where there is none, one is put behind the last of those that come before it
     * in {@code order}, indented as its neighbour is.
     *
     * @param order names of the root's children as they are usually written, {@code field} among them
     */
    public Edit field(String field, String text, List<String> order) {
        var child = document.root().child(field);
        return child.isPresent() ? text(child.get(), text) : insert(field, text, order);
    }

    /** As {@link #field}, with a whole element of that name in place of what is there. */
    public Edit element(String field, String element, List<String> order) {
        var child = document.root().child(field);
        if (child.isEmpty()) {
            return place(field, element, order);
        }
        var span = child.get().span;
        splices.add(new Splice(span.start(), span.end(), element));
        return this;
    }

    /** Puts whole elements behind all that is in this one. */
    public Edit append(Element element, String elements) {
        var span = element.span;
        if (span.selfClosing()) {
            splices.add(new Splice(span.end() - 2, span.end(), ">" + elements + "</" + element.elementName() + ">"));
        } else {
            insert(span.contentEnd(), elements);
        }
        return this;
    }

    private Edit insert(String field, String text, List<String> order) {
        return place(field, "<" + field + ">" + escape.text(text) + "</" + field + ">", order);
    }

    private Edit place(String field, String element, List<String> order) {
        var root = document.root();
        var before = last(root.children(), order.subList(0, order.indexOf(field)));
        if (root.span.selfClosing()) {
            int end = root.span.end();
            splices.add(new Splice(end - 2, end, ">" + element + "</" + root.elementName() + ">"));
        } else if (before.isPresent()) {
            insert(before.get().span.end(), indentation(before.get()) + element);
        } else if (root.children().isEmpty()) {
            insert(root.span.content(), element);
        } else {
            var first = root.children().getFirst();
            insert(first.span.start(), element + indentation(first));
        }
        return this;
    }

    private static Optional<Element> last(List<Element> elements, List<String> names) {
        return elements.reversed().stream()
                .filter(element -> names.contains(element.name()))
                .findFirst();
    }

    private void insert(int at, String text) {
        splices.add(new Splice(at, at, text));
    }

    /** Removes the root's children of that name, with the white space before each. */
    public Edit without(String field) {
        for (var child : document.root().children()) {
            if (child.name().equals(field)) {
                int start = child.span.start();
                splices.add(new Splice(start - indentation(child).length(), child.span.end(), ""));
            }
        }
        return this;
    }

    private String indentation(Element element) {
        int end = element.span.start();
        int start = end;
        while (start > 0 && " \t\r\n".indexOf(document.text().charAt(start - 1)) >= 0) {
            start--;
        }
        return document.text().substring(start, end);
    }

    /** The document after the edit; the very array it was read from when nothing was changed. */
    public byte[] bytes() {
        var before = document.bytes();
        if (splices.isEmpty()) {
            return before;
        }
        splices.sort(Comparator.comparingInt(Splice::start));
        var offsets = document.byteOffsets();
        var after = new ByteArrayOutputStream(before.length + 256);
        int copied = 0;
        for (var splice : splices) {
            int start = offsets.offset(splice.start());
            after.write(before, copied, start - copied);
            after.writeBytes(splice.replacement().getBytes(document.charset()));
            copied = offsets.offset(splice.end());
        }
        after.write(before, copied, before.length - copied);
        return after.toByteArray();
    }
}
