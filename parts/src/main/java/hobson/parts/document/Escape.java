package hobson.parts.document;

import hobson.engine.Refusal;
import java.nio.charset.Charset;

/** Writes text for the inside of an element, so that any reader gets it back as it is. For one thread. */
public final class Escape {
    private final Charset charset;
    private final boolean xml11;

    public Escape(Charset charset, boolean xml11) {
        this.charset = charset;
        this.xml11 = xml11;
    }

    /** Refuses characters that the document's version of XML cannot carry. */
    public String text(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(c, out));
        return out.toString();
    }

    private void append(int c, StringBuilder out) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\n', '\t' -> out.append((char) c);
            default -> {
                if (!isAllowed(c)) {
                    throw Refusal.badInput("The character U+%04X cannot be kept in this document, which is XML %s."
                            .formatted(c, xml11 ? "1.1" : "1.0"));
                }
                if (needsReference(c)) {
                    out.append("&#x").append(Integer.toHexString(c)).append(';');
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    private boolean isAllowed(int c) {
        boolean control = c < 0x20 && c != '\r';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c != 0 && !surrogate && c != 0xFFFE && c != 0xFFFF && (xml11 || !control);
    }

    /** Raw, these would be forbidden, read back as a line feed, or not exist in the encoding. */
    private boolean needsReference(int c) {
        return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || !encodable(c);
    }

    /** Some charsets write a character and read another: the yen sign of Shift_JIS comes back as a backslash. */
    private boolean encodable(int c) {
        if (c < 0x7F) {
            return true;
        }
        var text = Character.toString(c);
        return new String(text.getBytes(charset), charset).equals(text);
    }
}
