package hobson.remote.page;

import hobson.http.Problem;
import hobson.http.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The structured form of a page: the field {@code json} with one object in it (endpoints.md §0.2). */
public final class SubmittedForm {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SubmittedForm() {}

    /** @throws Problem 400 when there is no such field, or something else than an object is in it */
    public static JsonNode of(Request request) {
        var parameters = request.parameters();
        var json = parameters.first("json", "");
        if (json.isEmpty()) {
            throw Problem.badRequest(
                    parameters.isEmpty() ? "Nothing is submitted" : "This page expects a form submission");
        }
        try {
            var form = MAPPER.readTree(json);
            if (form.isObject()) {
                return form;
            }
            throw Problem.badRequest("The field json of a form holds one JSON object");
        } catch (JacksonException e) {
            throw Problem.badRequest("The field json of a form does not hold JSON: " + e.getOriginalMessage());
        }
    }
}
