package hobson.parts.document;

import hobson.engine.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Makes the tree of one document. Not for more than one use. */
final class TreeReader {
    /** Names are quoted in messages. */
    private static final int LONGEST_NAME = 1_000;

    private final XMLStreamReader2 reader;
    private final Limits limits;
    private final Set<String> names = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;

    TreeReader(XMLStreamReader2 reader, Limits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /** An element whose end has not been seen yet. */
    private static final class Open {
        final String name;
        final List<String> attributes;
        final int start;
        final int content;
        final List<Element> children = new ArrayList<>(0);

        @Nullable
        StringBuilder text;

        Open(String name, List<String> attributes, int start, int content) {
            this.name = name;
            this.attributes = attributes;
            this.start = start;
            this.content = content;
        }
    }

    Element read() throws XMLStreamException {
        Element root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open.push(start());
                case XMLStreamConstants.END_ELEMENT -> {
                    var element = end(open.pop());
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.element().children.add(element);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.DTD ->
                    throw Malformed.tooMuch(
                            reader.getLocationInfo().getStartLocation(), "a document type (<!DOCTYPE) is not accepted");
                default -> {} // comments and processing instructions mean nothing here
            }
        }
        if (root == null) {
            throw Refusal.badInput("The document has no root element.");
        }
        return root;
    }

    private Open start() throws XMLStreamException {
        if (++elements > limits.elements()) {
            throw tooMuch("more than " + limits.elements() + " elements");
        }
        var attributes = attributes();
        var place = reader.getLocationInfo();
        return new Open(named(reader.getLocalName()), attributes, (int) place.getStartingCharOffset(), (int)
                place.getEndingCharOffset());
    }

    private List<String> attributes() {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return List.of();
        }
        var attributes = new ArrayList<String>(2 * count);
        for (int i = 0; i < count; i++) {
            attributes.add(named(reader.getAttributeLocalName(i)));
            attributes.add(reader.getAttributeValue(i));
        }
        return attributes;
    }

    private String named(String name) {
        if (name.length() > LONGEST_NAME) {
            throw tooMuch("a name of " + name.length() + " characters");
        }
        if (names.add(name) && names.size() > limits.names()) {
            throw tooMuch("more than " + limits.names() + " different names");
        }
        return name;
    }

    private Refusal tooMuch(String problem) {
        return Malformed.tooMuch(reader.getLocationInfo().getStartLocation(), problem);
    }

    private void text() {
        var parent = open.peek();
        if (parent == null || !parent.children.isEmpty()) {
            return;
        }
        if (parent.text == null) {
            parent.text = new StringBuilder(reader.getTextLength());
        }
        parent.text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    private Element end(Open begun) throws XMLStreamException {
        var place = reader.getLocationInfo();
        int end = (int) place.getEndingCharOffset();
        int contentEnd = begun.content == end ? end : (int) place.getStartingCharOffset();
        var span = new Element.Span(begun.start, begun.content, contentEnd, end);
        boolean leaf = begun.children.isEmpty();
        var text = leaf && begun.text != null ? begun.text.toString() : "";
        return new Element(begun.name, begun.attributes, leaf ? List.of() : begun.children, text, span);
    }
}
