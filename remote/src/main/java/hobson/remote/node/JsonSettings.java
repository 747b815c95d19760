package hobson.remote.node;

import hobson.engine.node.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Objects of a form as they are written in documents: keys as fields, classes as attributes ({@code endpoints.md §0.2}). */
final class JsonSettings {
    private static final Set<String> NO_FIELDS = Set.of("", "$class", "stapler-class", "stapler-class-bag", "kind");

    private JsonSettings() {}

    /** The class that the object says it is of; empty when it says none. */
    static String type(JsonNode object) {
        var type = object.path("$class").asString("");
        return type.isEmpty() ? object.path("stapler-class").asString("") : type;
    }

    /** A list, or the one object that stands for a list of one. */
    static List<JsonNode> elements(JsonNode node) {
        var elements = new ArrayList<JsonNode>();
        if (node.isArray()) {
            node.forEach(elements::add);
        } else if (node.isObject()) {
            elements.add(node);
        }
        return elements;
    }

    static List<Setting.Attribute> typeAttribute(String type) {
        return type.isEmpty() ? List.of() : List.of(new Setting.Attribute("class", type));
    }

    static List<Setting> fields(JsonNode object) {
        var fields = new ArrayList<Setting>();
        object.properties().forEach(entry -> {
            if (!NO_FIELDS.contains(entry.getKey()) && !entry.getValue().isNull()) {
                fields.add(field(entry.getKey(), entry.getValue()));
            }
        });
        return fields;
    }

    private static Setting field(String name, JsonNode value) {
        if (value.isObject()) {
            return Setting.of(name, typeAttribute(type(value)), fields(value));
        }
        if (value.isArray()) {
            var items = new ArrayList<Setting>();
            value.forEach(item -> items.add(item(item)));
            return Setting.of(name, List.of(), items);
        }
        return Setting.text(name, value.asString(""));
    }

    private static Setting item(JsonNode item) {
        var type = item.isObject() ? type(item) : "string";
        return field(type.isEmpty() ? "item" : type, item);
    }
}
