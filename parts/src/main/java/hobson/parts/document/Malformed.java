package hobson.parts.document;

import hobson.engine.Refusal;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Says in one sentence what is wrong with a document, and where. */
final class Malformed {
    private static final int LONGEST = 200;

    private Malformed() {}

    static Refusal because(XMLStreamException e) {
        var message = e.getMessage() == null ? "unreadable" : e.getMessage();
        int place = message.indexOf("\n at [row");
        var problem = printable(place < 0 ? message : message.substring(0, place));
        return e.getLocation() == null
                ? Refusal.badInput("The document is not well-formed XML: " + problem + ".")
                : Refusal.badInput("The document is not well-formed XML: line "
                        + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber() + ": " + problem + ".");
    }

    static Refusal tooMuch(Location place, String problem) {
        return Refusal.badInput("The document is refused at line " + place.getLineNumber() + ", column "
                + place.getColumnNumber() + ": " + problem + ".");
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
