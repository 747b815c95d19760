package hobson.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON Schema (2020-12) of what the flavour {@code json} shows: one definition for each class that can be reached from those asked for. Every
 * member may be missing, since {@code tree} and {@code depth} choose. Used by one thread.
 *
 * <p>Definitions are trees of maps, lists, texts and truth values, in the order in which they are to be written.
 */
public final class JsonSchemas {
    /** The definition of an object of any class: its {@code _class} says which. */
    public static final String ANY = "Object";

    private final String place;
    private final Map<String, Schema<?, ?>> known = new TreeMap<>();
    private final Deque<Schema<?, ?>> open = new ArrayDeque<>();
    private final Map<String, Object> definitions = new TreeMap<>();

    /** @param place where the definitions will be, as in {@code #/components/schemas/} */
    public JsonSchemas(String place) {
        this.place = place;
    }

    /** A reference to the definition of the objects of one of these schemas; of any object when there is none. */
    public Map<String, Object> of(Collection<? extends Schema<?, ?>> schemas) {
        schemas.forEach(this::find);
        if (schemas.isEmpty()) return reference(ANY);
        var references = schemas.stream()
                .map(schema -> reference(token(schema.className())))
                .distinct()
                .toList();
        return references.size() == 1 ? references.getFirst() : Map.of("anyOf", references);
    }

    /** All definitions, by name; complete once everything was asked for. */
    public Map<String, Object> definitions() {
        while (!open.isEmpty()) {
            var schema = open.pop();
            definitions.put(token(schema.className()), definition(schema));
        }
        definitions.put(ANY, any());
        return definitions;
    }

    private void find(Schema<?, ?> schema) {
        if (known.putIfAbsent(schema.className(), schema) == null) open.push(schema);
    }

    private Map<String, Object> definition(Schema<?, ?> schema) {
        var members = new LinkedHashMap<String, Object>();
        members.put("_class", Map.of("type", "string"));
        boolean complete = members(schema, members);
        var definition = object();
        definition.put("properties", members);
        if (complete) definition.put("additionalProperties", false);
        return definition;
    }

    /** @return whether these are all members that there can be */
    private boolean members(Schema<?, ?> schema, Map<String, Object> members) {
        boolean complete = true;
        for (var property : schema.properties) {
            if (property instanceof MergedProperty<?, ?, ?> merged) {
                var inner = merged.kind.declared();
                complete &= inner != null && members(inner, members);
            } else {
                members.putIfAbsent(property.name(), type(property));
            }
        }
        return complete;
    }

    private Map<String, Object> type(Property<?, ?> property) {
        if (property.declared.type() instanceof Declared.Type.OneOf choice) {
            var values = new ArrayList<Object>(choice.values());
            values.add(null);
            return Map.of("enum", values);
        }
        return switch (property) {
            case RowsProperty<?, ?, ?> rows -> list(rows.kind);
            case KindProperty<?, ?, ?> other -> type(other.kind);
            case SimpleProperty.Bool<?, ?> _ -> Map.of("type", "boolean");
            case SimpleProperty.Whole<?, ?> _ -> Map.of("type", "integer");
            case SimpleProperty.Decimal<?, ?> _ -> Map.of("type", "number");
            default -> Map.of("type", List.of("string", "null"));
        };
    }

    private Map<String, Object> type(Kind<?, ?> kind) {
        return switch (kind) {
            case SimpleKind<?, ?> _ -> Map.of("type", List.of("string", "number", "boolean", "null"));
            case BeanKind<?, ?> bean -> bean(bean);
            case ListKind<?, ?> list -> list(list.items);
            case MapKind<?, ?> map -> {
                var object = object();
                object.put("type", List.of("object", "null"));
                object.put("additionalProperties", type(map.values));
                yield object;
            }
            case VerboseMapKind<?, ?> map -> {
                var entry = object();
                entry.put("properties", Map.of(map.key.text, Map.of(), map.value.text, type(map.values)));
                yield array(entry);
            }
            case ReplacedKind<?, ?, ?> replaced -> type(replaced.replacements);
            case ChosenKind<?, ?> chosen ->
                chosen.kinds.isEmpty()
                        ? Map.of()
                        : Map.of("anyOf", chosen.kinds.stream().map(this::type).toList());
        };
    }

    /** Objects of exactly the declared class do not say it; others do. */
    private Map<String, Object> bean(BeanKind<?, ?> kind) {
        var alternatives = kind.alternatives();
        alternatives.forEach(this::find);
        var declared = kind.declared();
        if (declared != null) find(declared);
        boolean exact = alternatives.size() == 1
                && alternatives.iterator().next().className().equals(kind.declaredClass());
        var reference = exact ? reference(token(kind.declaredClass())) : reference(ANY);
        var type = new LinkedHashMap<String, Object>();
        type.put("anyOf", List.of(reference, Map.of("type", "null")));
        if (!exact) type.put("description", "A " + kind.declaredClass());
        return type;
    }

    private Map<String, Object> list(Kind<?, ?> items) {
        return array(type(items));
    }

    private static Map<String, Object> array(Map<String, Object> items) {
        var array = new LinkedHashMap<String, Object>();
        array.put("type", List.of("array", "null"));
        array.put("items", items);
        return array;
    }

    private Map<String, Object> any() {
        var cases = new ArrayList<Object>();
        known.forEach((className, _) -> {
            var choice = new LinkedHashMap<String, Object>();
            choice.put(
                    "if",
                    Map.of("properties", Map.of("_class", Map.of("const", className)), "required", List.of("_class")));
            choice.put("then", reference(token(className)));
            cases.add(choice);
        });
        var any = object();
        any.put("properties", Map.of("_class", Map.of("type", "string")));
        if (!cases.isEmpty()) any.put("allOf", cases);
        return any;
    }

    private static Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        return object;
    }

    private Map<String, Object> reference(String definition) {
        return Map.of("$ref", place + definition);
    }

    private static String token(String className) {
        return className.replace('$', '-');
    }
}
