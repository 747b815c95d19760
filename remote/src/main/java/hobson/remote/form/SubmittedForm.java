package hobson.remote.form;

import hobson.engine.Refusal;
import hobson.http.Problem;
import hobson.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The object in the field {@code json} that forms of the web interface send ({@code endpoints.md §0.2}). */
public final class SubmittedForm {
    /** Some clients send what Python prints of a dictionary, and Jenkins' own parser takes it. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final JsonNode object;

    private SubmittedForm(JsonNode object) {
        this.object = object;
    }

    /** @throws Problem 400 when there is none, or when it is not one object */
    public static SubmittedForm of(Request request) {
        if (!request.isMethod("POST")) {
            throw Problem.badRequest("Form submission expected but a " + request.method() + " request was sent");
        }
        var parameters = request.parameters();
        var text = parameters.first("json", "");
        if (text.isEmpty()) {
            throw Problem.badRequest(
                    parameters.isEmpty() ? "Nothing is submitted" : "This page expects a form submission");
        }
        try {
            var tree = JSON.readTree(text);
            if (!tree.isObject()) {
                throw Problem.badRequest("the field 'json' must hold one JSON object");
            }
            return new SubmittedForm(tree);
        } catch (JacksonException e) {
            throw Problem.badRequest("the field 'json' is not JSON: " + e.getOriginalMessage());
        }
    }

    /** All of it. */
    public JsonNode object() {
        return object;
    }

    public String text(String name) {
        return object.path(name).asString("");
    }

    public boolean has(String name) {
        return object.has(name);
    }

    /** The text of that name, of the form itself or of one of the objects in it; empty when nobody has it. */
    public Optional<String> find(String name) {
        if (object.has(name)) {
            return Optional.of(text(name));
        }
        return object.values().stream()
                .filter(inner -> inner.isObject() && inner.has(name))
                .findFirst()
                .map(inner -> inner.path(name).asString(""));
    }

    public int number(String name, int otherwise) {
        return object.path(name).asInt(otherwise);
    }

    /** One parameter of the form. */
    public record Field(String name, JsonNode value, String file) {
        public String text() {
            return value.isValueNode() ? value.asString("") : value.toString();
        }
    }

    /** Its parameters; a single object counts as a list of one. */
    public List<Field> parameters() {
        var node = object.path("parameter");
        var fields = new ArrayList<Field>();
        if (node.isObject()) {
            fields.add(field(node));
        }
        if (node.isArray()) {
            node.forEach(element -> fields.add(field(element)));
        }
        return fields;
    }

    private static Field field(JsonNode node) {
        var name = node.path("name").asString("");
        if (name.isEmpty()) {
            throw Refusal.badInput("a parameter in the field 'json' has no name");
        }
        return new Field(name, node.path("value"), node.path("file").asString(""));
    }
}
