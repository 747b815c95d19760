package hobson.parts.document;

import hobson.engine.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a document's bytes are to be read: its byte order mark, else the width of its first characters, else its XML declaration,
 * else UTF-8. What the transport said is not asked.
 *
 * @param byteOrderMark length of the mark
 */
record Encoding(Charset charset, int byteOrderMark) {
    private static final Pattern DECLARED =
            Pattern.compile("\\A<\\?xml\\s[^>]{0,200}?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']");

    private static final int DECLARATION = 256;

    /** What a document may begin with, one character a byte. Longer marks first: UTF-16's is the beginning of UTF-32's. */
    private static final List<Beginning> MARKS = List.of(
            new Beginning("\0\0\u00FE\u00FF", "UTF-32BE"),
            new Beginning("\u00FF\u00FE\0\0", "UTF-32LE"),
            new Beginning("\u00EF\u00BB\u00BF", "UTF-8"),
            new Beginning("\u00FE\u00FF", "UTF-16BE"),
            new Beginning("\u00FF\u00FE", "UTF-16LE"));

    /** The first character of a document without a mark. */
    private static final List<Beginning> WIDTHS = List.of(
            new Beginning("\0\0\0<", "UTF-32BE"),
            new Beginning("<\0\0\0", "UTF-32LE"),
            new Beginning("\0<", "UTF-16BE"),
            new Beginning("<\0", "UTF-16LE"));

    private record Beginning(String bytes, String charset) {
        boolean of(String head) {
            return head.startsWith(bytes);
        }
    }

    static Encoding of(byte[] document) {
        var head = new String(document, 0, Math.min(document.length, DECLARATION), StandardCharsets.ISO_8859_1);
        for (var mark : MARKS) {
            if (mark.of(head)) {
                return new Encoding(Charset.forName(mark.charset), mark.bytes.length());
            }
        }
        for (var width : WIDTHS) {
            if (width.of(head)) {
                return new Encoding(Charset.forName(width.charset), 0);
            }
        }
        return new Encoding(declared(head), 0);
    }

    private static Charset declared(String head) {
        var declaration = DECLARED.matcher(head);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        var name = declaration.group(1);
        if (name.equalsIgnoreCase("UTF-8")) {
            return StandardCharsets.UTF_8;
        }
        if (name.toUpperCase(Locale.ROOT).matches("(UTF|UCS)[-_]?(16|32|2|4).*")) {
            // one byte a character so far: the text was UTF-16 in the memory of whoever wrote the declaration
            return StandardCharsets.UTF_8;
        }
        return charset(name);
    }

    private static Charset charset(String name) {
        try {
            var charset = Charset.forName(name);
            if (isStateless(charset)) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // said below
        }
        throw Refusal.badInput("The document's encoding " + name + " is not known here: send it as UTF-8.");
    }

    /** Whether ASCII means ASCII wherever it stands, so that a document can be cut anywhere between two characters. */
    private static boolean isStateless(Charset charset) {
        var name = charset.name();
        if (!charset.canEncode() || name.startsWith("ISO-2022") || name.startsWith("x-")) {
            return false;
        }
        var ascii = new byte[128];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) i;
        }
        return Arrays.equals(new String(ascii, StandardCharsets.US_ASCII).getBytes(charset), ascii);
    }
}
