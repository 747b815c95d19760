package hobson.parts.node;

import hobson.engine.node.Setting;
import hobson.parts.document.ElementNames;
import hobson.parts.job.StoredSecret;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes elements one below the other, two blanks further in for each that is around. For one thread. */
final class SettingXml {
    private static final Set<String> SECRETS =
            Set.of("password", "passphrase", "privateKey", "secret", "secretKey", "apiToken", "token");

    private final StringBuilder out = new StringBuilder(1_000);
    private final UnaryOperator<String> secrets;
    private int depth;

    SettingXml(UnaryOperator<String> secrets) {
        this.secrets = secrets;
    }

    static List<Setting.Attribute> type(String name) {
        return List.of(new Setting.Attribute("class", name));
    }

    SettingXml declaration() {
        out.append("<?xml version=\"1.1\" encoding=\"UTF-8\"?>");
        return this;
    }

    SettingXml open(String name) {
        return start(name, List.of(), ">").deeper();
    }

    SettingXml open(String name, String attribute, String value) {
        return start(name, List.of(new Setting.Attribute(attribute, value)), ">")
                .deeper();
    }

    private SettingXml deeper() {
        depth++;
        return this;
    }

    SettingXml close(String name) {
        depth--;
        line();
        out.append("</").append(ElementNames.encoded(name)).append('>');
        return this;
    }

    SettingXml empty(String name) {
        line();
        out.append('<').append(name).append("/>");
        return this;
    }

    SettingXml optional(String name, @Nullable String text) {
        return text == null ? this : text(name, text);
    }

    SettingXml text(String name, String text) {
        return setting(Setting.text(name, text));
    }

    SettingXml setting(Setting setting) {
        if (setting.children().isEmpty()) {
            return leaf(setting);
        }
        start(setting.name(), setting.attributes(), ">").deeper();
        setting.children().forEach(this::setting);
        return close(setting.name());
    }

    private SettingXml leaf(Setting setting) {
        var text = setting.text();
        boolean element = text.isBlank() && (!setting.attributes().isEmpty() || (text.isEmpty() && isType(setting)));
        if (element) {
            return start(setting.name(), setting.attributes(), "/>");
        }
        start(setting.name(), setting.attributes(), ">");
        out.append(escaped(isSecret(setting) ? secrets.apply(text) : text))
                .append("</")
                .append(ElementNames.encoded(setting.name()))
                .append('>');
        return this;
    }

    /** An object without fields, and not a text that is empty. */
    private static boolean isType(Setting setting) {
        return setting.name().indexOf('.') > 0;
    }

    private static boolean isSecret(Setting setting) {
        return !setting.text().isEmpty() && (SECRETS.contains(setting.name()) || StoredSecret.is(setting.text()));
    }

    private SettingXml start(String name, List<Setting.Attribute> attributes, String end) {
        line();
        out.append('<').append(ElementNames.encoded(name));
        for (var attribute : attributes) {
            out.append(' ').append(attribute.name()).append("=\"");
            out.append(escaped(attribute.value()).replace("\"", "&quot;")).append('"');
        }
        out.append(end);
        return this;
    }

    private void line() {
        out.append('\n').append("  ".repeat(depth));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> escape(c, escaped));
        return escaped.toString();
    }

    private static void escape(int c, StringBuilder out) {
        switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '\n', '\t' -> out.append((char) c);
            case 0, 0xFFFE, 0xFFFF -> {} // no document can carry them
            default -> {
                boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                if (c < ' ' || (c >= 0x7F && c <= 0x9F) || c == 0x2028) {
                    out.append("&#x").append(Integer.toHexString(c)).append(';');
                } else if (!surrogate) {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
