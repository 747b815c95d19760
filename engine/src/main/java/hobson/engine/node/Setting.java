package hobson.engine.node;

import java.util.List;
import java.util.Optional;

/**
 * Something that a node's configuration says and that this server keeps without acting on it: a name, and a text or more of the same
 * inside. Immutable.
 *
 * @param attributes in the order in which they were written
 * @param text empty when there are children
 */
public record Setting(String name, List<Attribute> attributes, String text, List<Setting> children) {
    public Setting {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** A remark on a setting: what type it is, or where it comes from. */
    public record Attribute(String name, String value) {}

    public static Setting text(String name, String text) {
        return new Setting(name, List.of(), text, List.of());
    }

    public static Setting of(String name, List<Attribute> attributes, List<Setting> children) {
        return new Setting(name, attributes, "", children);
    }

    public Optional<String> attribute(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(Attribute::value)
                .findFirst();
    }
}
