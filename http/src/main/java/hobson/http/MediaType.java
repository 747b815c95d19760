package hobson.http;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of a {@code Content-Type}. */
final class MediaType {
    private MediaType() {}

    static String of(@Nullable String contentType) {
        if (contentType == null) return "";
        int end = contentType.indexOf(';');
        return Ascii.lowerCase((end < 0 ? contentType : contentType.substring(0, end)).strip());
    }

    static Optional<Charset> charset(@Nullable String contentType) {
        var name = parameter(contentType, "charset");
        if (name.isEmpty()) return Optional.empty();
        try {
            return Optional.of(Charset.forName(name.get()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw new Problem(415, "This server does not know the charset that Content-Type names");
        }
    }

    static Optional<String> parameter(@Nullable String contentType, String name) {
        if (contentType == null) return Optional.empty();
        int from = contentType.indexOf(';');
        while (from >= 0) {
            int equals = contentType.indexOf('=', from);
            if (equals < 0) return Optional.empty();
            int end = endOfValue(contentType, equals + 1);
            if (contentType.substring(from + 1, equals).strip().equalsIgnoreCase(name)) {
                return Optional.of(
                        unquoted(contentType.substring(equals + 1, end).strip()));
            }
            from = contentType.indexOf(';', end);
        }
        return Optional.empty();
    }

    private static int endOfValue(String text, int start) {
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '"') quoted = !quoted;
            if (text.charAt(i) == ';' && !quoted) return i;
        }
        return text.length();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
