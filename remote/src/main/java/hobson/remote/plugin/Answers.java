package hobson.remote.plugin;

import hobson.engine.Refusal;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON that pages of the web interface get, and programs too: {@code status} and {@code data}, or {@code message}. */
final class Answers {
    static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    static Response ok(JsonNode data) {
        ObjectNode answer = JSON.createObjectNode().put("status", "ok");
        answer.set("data", data);
        return json(answer);
    }

    static Response error(String message) {
        return json(JSON.createObjectNode().put("status", "error").put("message", message));
    }

    static Response json(JsonNode node) {
        return Response.ok(ContentType.JSON, Body.text(JSON.writeValueAsString(node)));
    }

    /** The object that was sent; refuses anything else. */
    static JsonNode object(String text) {
        try {
            var node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // said below
        }
        throw Refusal.badInput("the body must be one JSON object");
    }
}
