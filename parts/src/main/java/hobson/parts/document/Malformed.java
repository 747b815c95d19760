package hobson.parts.document;

import hobson.engine.BadDocument;
import hobson.engine.Refusal;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Says in one sentence what is wrong with a document, and where. */
public final class Malformed {
    private static final int LONGEST = 200;

    private Malformed() {}

    public static Refusal because(XMLStreamException e) {
        var message = e.getMessage() == null ? "unreadable" : e.getMessage();
        int end = message.indexOf("\n at [row");
        var problem = printable(end < 0 ? message : message.substring(0, end));
        var place = e.getLocation();
        return place == null
                ? Refusal.badInput("The document is not well-formed XML: " + problem + ".")
                : at(place, "The document is not well-formed XML: ", ": " + problem + ".");
    }

    static Refusal tooMuch(Location place, String problem) {
        return at(place, "The document is refused at ", ": " + problem + ".");
    }

    private static Refusal at(Location place, String before, String after) {
        var position = new Position(place.getLineNumber(), place.getColumnNumber());
        return new BadDocument(before + position + after, position.line(), position.column());
    }

    /** The parser's message may quote the document, control characters and all. */
    private static String printable(String message) {
        var line = new StringBuilder();
        message.codePoints()
                .limit(LONGEST)
                .forEach(c -> line.appendCodePoint(Character.isISOControl(c) || !Character.isDefined(c) ? ' ' : c));
        var text = line.toString().strip();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
