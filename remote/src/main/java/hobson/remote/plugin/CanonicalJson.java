package hobson.remote.plugin;

import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The one way to write a JSON document that signatures are made over: keys sorted, no white space, as few escapes as possible. */
final class CanonicalJson {
    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** @param without a member of the outermost object that is left out */
    static String of(JsonNode document, String without) {
        var writer = new CanonicalJson();
        writer.object(document, without);
        return writer.out.toString();
    }

    private void write(JsonNode node) {
        if (node.isObject()) {
            object(node, null);
        } else if (node.isArray()) {
            char separator = '[';
            for (var item : node) {
                out.append(separator);
                separator = ',';
                write(item);
            }
            out.append(separator == '[' ? "[]" : "]");
        } else if (node.isString()) {
            text(node.asString());
        } else {
            out.append(node); // numbers, true, false, null
        }
    }

    private void object(JsonNode object, @org.jspecify.annotations.Nullable String without) {
        var members = new TreeMap<String, JsonNode>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        if (without != null) {
            members.remove(without);
        }
        char separator = '{';
        for (var member : members.entrySet()) {
            out.append(separator);
            separator = ',';
            text(member.getKey());
            out.append(':');
            write(member.getValue());
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
