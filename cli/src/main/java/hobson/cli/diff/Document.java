package hobson.cli.diff;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A definition in XML, in a form in which only what means something is left: one element a line, attributes in order, no comments.
 *
 * <p>Not a difference are: indentation, quotes, the declaration, comments, {@code <a></a>} for {@code <a/>}, CDATA for escaped
 * text, and the attribute {@code plugin}, which a Jenkins writes as it likes. The order of elements is one.
 */
public final class Document {
    private final List<Line> lines;
    private final Set<String> paths;
    private final String root;

    private Document(List<Line> lines, Set<String> paths, String root) {
        this.lines = lines;
        this.paths = paths;
        this.root = root;
    }

    /** @throws BadDocument when it is none */
    public static Document read(byte[] content) {
        return read(content, path -> true);
    }

    /**
     * Without some of its elements.
     *
     * @param kept whether the element of that path, {@code slave/launcher}, is read with what is in it
     * @throws BadDocument when it is none
     */
    public static Document read(byte[] content, Predicate<String> kept) {
        try {
            var reader = factory().createXMLStreamReader(new ByteArrayInputStream(content));
            try {
                return read(reader, new LineWriter(kept));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new BadDocument(place(e) + message(e));
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static Document read(XMLStreamReader reader, LineWriter writer) throws XMLStreamException {
        var root = "";
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    root = root.isEmpty() ? reader.getLocalName() : root;
                    writer.open(name(reader), attributes(reader));
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
                    writer.text(reader.getText());
                case XMLStreamReader.END_ELEMENT -> writer.close();
                case XMLStreamReader.DTD -> throw new BadDocument("a document with a DOCTYPE is not taken");
                default -> {}
            }
        }
        return new Document(writer.lines(), writer.paths(), root);
    }

    private static String name(XMLStreamReader reader) {
        var prefix = reader.getPrefix();
        return prefix == null || prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
    }

    private static String attributes(XMLStreamReader reader) {
        var attributes = new TreeMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (!reader.getAttributeLocalName(i).equals("plugin")) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        var text = new StringBuilder();
        attributes.forEach((key, value) -> text.append(' ')
                .append(key)
                .append("=\"")
                .append(LineWriter.escaped(value).replace("\"", "&quot;"))
                .append('"'));
        return text.toString();
    }

    private static String place(XMLStreamException e) {
        var location = e.getLocation();
        return location == null
                ? ""
                : "line " + location.getLineNumber() + ", column " + location.getColumnNumber() + ": ";
    }

    /** Without the place, which the JDK's parser puts before it. */
    private static String message(XMLStreamException e) {
        var message = String.valueOf(e.getMessage());
        int start = message.indexOf("Message: ");
        return (start < 0 ? message : message.substring(start + "Message: ".length())).strip();
    }

    /** The name of the outermost element, which says what kind of thing it defines. */
    public String root() {
        return root;
    }

    /** The paths of all elements, {@code slave/launcher} and the like. */
    public Set<String> paths() {
        return paths;
    }

    /** The text of an element in the outermost one, if it is on one line. */
    public Optional<String> value(String name) {
        var head = "  <" + name + ">";
        var tail = "</" + name + ">";
        return lines.stream()
                .filter(line -> line.place().equals(root)
                        && line.text().startsWith(head)
                        && line.text().endsWith(tail))
                .map(line -> LineWriter.unescaped(
                        line.text().substring(head.length(), line.text().length() - tail.length())))
                .findFirst();
    }

    List<Line> lines() {
        return lines;
    }

    /** Whether it means the same. */
    public boolean means(Document other) {
        return texts().equals(other.texts());
    }

    private List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }
}
