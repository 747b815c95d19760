package hobson.client;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, strings, numbers and booleans as JSON. */
final class JsonText {
    private JsonText() {}

    /** Those values as one document. */
    static String of(@Nullable Object value) {
        var text = new StringBuilder();
        write(text, value);
        return text.toString();
    }

    static void write(StringBuilder text, @Nullable Object value) {
        if (value instanceof Json json) {
            json.writeTo(text);
        } else if (value instanceof Map<?, ?> members) {
            var separator = "{";
            for (var member : members.entrySet()) {
                string(text.append(separator), String.valueOf(member.getKey()));
                write(text.append(':'), member.getValue());
                separator = ",";
            }
            text.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> items) {
            var separator = "[";
            for (var item : items) {
                write(text.append(separator), item);
                separator = ",";
            }
            text.append(items.isEmpty() ? "[]" : "]");
        } else if (value instanceof CharSequence characters) {
            string(text, characters);
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            text.append("null"); // what JSON has no word for
        } else {
            text.append(value);
        }
    }

    private static void string(StringBuilder text, CharSequence characters) {
        text.append('"');
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
