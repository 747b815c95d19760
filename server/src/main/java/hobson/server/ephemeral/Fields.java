package hobson.server.ephemeral;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The fields of an object that was sent; each problem is a sentence for the caller. */
record Fields(JsonNode object) {
    static Fields of(JsonNode object, Set<String> known) {
        for (var name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' is not known here; known are "
                        + String.join(", ", new java.util.TreeSet<>(known)));
            }
        }
        return new Fields(object);
    }

    boolean has(String name) {
        return object.has(name);
    }

    Optional<String> text(String name) {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() && !value.isNumber()) {
            throw new IllegalArgumentException("'" + name + "' is a text");
        }
        return Optional.of(value.asString());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is needed"));
    }

    Optional<Integer> number(String name) {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new IllegalArgumentException("'" + name + "' is a whole number");
        }
        return Optional.of(value.intValue());
    }

    /** The elements of an array; a single value counts as an array of one. */
    Iterable<JsonNode> all(String name) {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            return java.util.List.of();
        }
        return value.isArray() ? value : java.util.List.of(value);
    }
}
