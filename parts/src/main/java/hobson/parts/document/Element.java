package hobson.parts.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An element of a document: what it says, and where it stands. Immutable.
 *
 * <p>The methods that take a field read the children as a serialised object ({@code config-xml.md §1.3}): in any order, the last
 * one of a name counts, and a value that cannot be converted is as good as none.
 */
public final class Element {
    private final String elementName;
    private final String name;
    private final List<String> attributes;
    private final List<Element> children;
    private final String text;
    final Span span;

    /**
     * Where an element stands, in characters of the document.
     *
     * @param content after the start tag
     * @param contentEnd before the end tag; {@code content == contentEnd == end} for an element that has none
     */
    record Span(int start, int content, int contentEnd, int end) {
        boolean selfClosing() {
            return contentEnd == end;
        }
    }

    /** @param attributes names and values in turn */
    Element(String elementName, List<String> attributes, List<Element> children, String text, Span span) {
        this.elementName = elementName;
        this.name = ElementNames.decoded(elementName);
        this.attributes = attributes;
        this.children = children;
        this.text = text;
        this.span = span;
    }

    /** As it is written in the document. */
    public String elementName() {
        return elementName;
    }

    /** The class or field that the element's name stands for: {@code a.B$C} for {@code a.B_-C}. */
    public String name() {
        return name;
    }

    public Optional<String> attribute(String name) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return Optional.of(attributes.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** Names and values in turn. */
    public List<String> attributes() {
        return attributes;
    }

    /** In the order of the document. */
    public List<Element> children() {
        return children;
    }

    /** The text inside, CDATA sections included; empty when there are elements inside. */
    public String text() {
        return text;
    }

    /** The child of that name. */
    public Optional<Element> child(String field) {
        return Optional.ofNullable(last(field));
    }

    /** The text of the child of that name. */
    public Optional<String> text(String field) {
        var child = last(field);
        return child == null ? Optional.empty() : Optional.of(child.text);
    }

    /** Whether the child of that name says {@code true}, letter case aside. */
    public boolean flag(String field, boolean otherwise) {
        var child = last(field);
        return child == null ? otherwise : child.text.equalsIgnoreCase("true");
    }

    /** The whole number in the child of that name: decimal, {@code 0x} hexadecimal or octal with a leading zero. */
    public OptionalInt number(String field) {
        var child = last(field);
        if (child == null) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(Integer.decode(child.text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** The texts of a list of texts, in whichever of the ways it was serialised: bare, or inside the array or list it wraps. */
    public List<String> strings() {
        var strings = new ArrayList<String>();
        for (var child : children) {
            if (child.name.equals("string")) {
                strings.add(child.text);
            }
        }
        for (int i = 0; strings.isEmpty() && i < children.size(); i++) {
            strings.addAll(children.get(i).strings());
        }
        return strings;
    }

    private @Nullable Element last(String field) {
        for (int i = children.size() - 1; i >= 0; i--) {
            if (children.get(i).name.equals(field)) {
                return children.get(i);
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return "<" + elementName + ">";
    }
}
