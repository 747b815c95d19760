package hobson.parts.junit;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Reads what is inside the elements of a report. Every method leaves the reader at the end of the element it has read. */
final class Fields {
    private static final int LONGEST_NAME = 4_000;

    /** Of a stack trace or a message no more than twice that is kept. */
    static final int ENDS_OF_TRACE = 256 * 1024;

    private final XMLStreamReader2 reader;

    Fields(XMLStreamReader2 reader) {
        this.reader = reader;
    }

    @Nullable
    String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    /** An attribute that names something: its whole length is kept in memory and in addresses. */
    @Nullable
    String name(String attribute) {
        var name = attribute(attribute);
        return name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** Goes to the next element inside; false at the end of the one around it. */
    boolean next() throws XMLStreamException {
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                default -> {} // texts between elements, comments, the document type
            }
        }
    }

    /** What the element is called, without the prefix of a namespace. */
    String element() {
        var name = reader.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    void skip() throws XMLStreamException {
        reader.skipElement();
    }

    /** The text of the element, without that of elements inside. */
    LongText text(int ends) throws XMLStreamException {
        var text = new LongText(ends);
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.START_ELEMENT -> skip();
                case XMLStreamConstants.END_ELEMENT -> {
                    return text;
                }
                default -> {} // comments; entities that nobody has declared
            }
        }
    }

    String trace() throws XMLStreamException {
        return text(ENDS_OF_TRACE).text(ENDS_OF_TRACE);
    }
}
