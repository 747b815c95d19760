package hobson.cli.definition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.cli.diff.Document;
import java.nio.charset.Charset;
import java.util.regex.Pattern;

/** Documents between bytes and text, in the encoding that their declaration names. */
public final class DocumentText {
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml\\b[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final int HEAD = 300;
    private static final String MARK = "\uFEFF";

    private DocumentText() {}

    public static String read(byte[] bytes) {
        var text = new String(bytes, charset(new String(bytes, 0, Math.min(HEAD, bytes.length), ISO_8859_1)));
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(charset(text.substring(0, Math.min(HEAD, text.length()))));
    }

    /** The document in its plain form, for comparing. */
    public static Document plain(String text) {
        return Document.read(bytes(text));
    }

    /** As text of an element. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Charset charset(String head) {
        var match = DECLARATION.matcher(head.replace("\u00EF\u00BB\u00BF", ""));
        return match.find() && Charset.isSupported(match.group(1)) ? Charset.forName(match.group(1)) : UTF_8;
    }
}
