package hobson.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;

/** Documents as text: which encoding they are in, and what must be escaped in them. */
final class XmlText {
    private static final Pattern DECLARED =
            Pattern.compile("^\\uFEFF?<\\?xml[^>]{0,100}?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private XmlText() {}

    /** The encoding that a document says it is in; UTF-8 when it says none or one that is unknown here. */
    static Charset encoding(String document) {
        var match = DECLARED.matcher(document);
        try {
            return match.find() ? Charset.forName(match.group(1)) : UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return UTF_8;
        }
    }

    /** A document from its bytes, in the encoding that it says it is in. */
    static String decode(byte[] bytes) {
        var beginning = new String(bytes, 0, Math.min(bytes.length, 200), ISO_8859_1);
        return new String(bytes, encoding(beginning));
    }

    /** Text between tags or in an attribute. Characters that no document can have become question marks. */
    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(allowed(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || (c >= ' ' && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
