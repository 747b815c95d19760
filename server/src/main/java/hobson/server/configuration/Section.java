package hobson.server.configuration;

import hobson.server.spelling.Spelling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A mapping of the file. Each of its keys is one that is known there, and stands there once. */
final class Section {
    private final Map<String, Value> values;

    private Section(Map<String, Value> values) {
        this.values = values;
    }

    static Section read(Value at, List<String> known) {
        if (!(at.node() instanceof MappingNode mapping)) {
            throw at.wrong("is a mapping with " + listed(known) + ", not a " + at.kind());
        }
        var values = new LinkedHashMap<String, Value>();
        for (var entry : mapping.getValue()) {
            var key = key(at, entry, known);
            var path = at.path().isEmpty() ? key : at.path() + "." + key;
            if (values.put(key, new Value(at.source(), path, entry.getValueNode())) != null) {
                throw at.source().wrong(entry.getKeyNode(), "'" + path + "' is there twice");
            }
        }
        return new Section(values);
    }

    private static String key(Value at, NodeTuple entry, List<String> known) {
        if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
            throw at.source().wrong(entry.getKeyNode(), "a key is a plain word");
        }
        var key = scalar.getValue();
        if (!known.contains(key)) {
            var place = at.path().isEmpty() ? "at the top of the file" : "in '" + at.path() + "'";
            var hint = Spelling.closest(key, known)
                    .map(word -> "; did you mean '" + word + "'?")
                    .orElse(".");
            throw at.source()
                    .wrong(
                            scalar,
                            "the key '" + key + "' is not known " + place + hint + " Known here: " + listed(known));
        }
        return key;
    }

    private static String listed(List<String> known) {
        return known.stream().sorted().collect(Collectors.joining(", "));
    }

    /** What the key says; empty when it is not there, or there without a value. */
    Optional<Value> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isAbsent());
    }

    Optional<String> text(String key) {
        return value(key).map(Value::text);
    }

    /** What a key says that cannot be left out. */
    Value required(Value at, String key) {
        return value(key).orElseThrow(() -> at.wrong("needs '" + key + "'"));
    }

    /** The only key of a mapping that chooses one of several, with or without a value. */
    Map.Entry<String, Value> only(Value at) {
        if (values.size() != 1) {
            throw at.wrong("takes exactly one key, not " + values.size());
        }
        return values.entrySet().iterator().next();
    }
}
