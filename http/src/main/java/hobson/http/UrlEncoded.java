package hobson.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** {@code a=1&b=%C3%A9+x}: queries and forms. */
final class UrlEncoded {
    private UrlEncoded() {}

    /** A query is always UTF-8. */
    static Parameters query(@Nullable String query, int mostFields) {
        if (query == null || query.isEmpty()) return Parameters.NONE;
        var collector = new Parameters.Collector(mostFields);
        read(query, UTF_8, collector);
        return collector.collected();
    }

    /**
     * Adds the fields of {@code text}.
     *
     * @throws Problem 400 for a broken escape
     */
    static void read(String text, Charset charset, Parameters.Collector into) {
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('&', start);
            if (end < 0) end = text.length();
            if (end > start) field(text, start, end, charset, into);
            start = end + 1;
        }
    }

    private static void field(String text, int start, int end, Charset charset, Parameters.Collector into) {
        int equals = text.indexOf('=', start);
        if (equals < 0 || equals > end) equals = end;
        var name = decode(text.substring(start, equals), charset);
        into.add(name, equals == end ? "" : decode(text.substring(equals + 1, end), charset));
    }

    private static String decode(String text, Charset charset) {
        if (text.indexOf('%') < 0) return text.replace('+', ' ');
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(PathText.escaped(text, i));
                i += 2;
            } else if (c == '+') {
                bytes.write(' ');
            } else if (c < 0x80) {
                bytes.write(c);
            } else {
                int next = text.offsetByCodePoints(i, 1);
                bytes.writeBytes(text.substring(i, next).getBytes(charset));
                i = next - 1;
            }
        }
        return bytes.toString(charset);
    }
}
