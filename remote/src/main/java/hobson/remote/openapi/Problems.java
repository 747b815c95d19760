package hobson.remote.openapi;

import static hobson.remote.openapi.Json.object;

import java.util.List;
import java.util.Map;

/** What is said of errors. */
final class Problems {
    private static final Map<String, Object> TEXT = object("type", "string");
    private static final Map<String, Object> NUMBER = object("type", "integer");

    static final Map<String, Object> SCHEMA = object(
            "type",
            "object",
            "required",
            List.of("type", "title", "status", "detail", "instance"),
            "properties",
            object(
                    "type",
                    TEXT,
                    "title",
                    TEXT,
                    "status",
                    NUMBER,
                    "detail",
                    TEXT,
                    "instance",
                    TEXT,
                    "line",
                    NUMBER,
                    "column",
                    NUMBER));

    static final Map<String, Object> RESPONSE = object(
            "description",
            "An error. X-Error has the sentence too.",
            "content",
            object(
                    "application/problem+json",
                    object("schema", object("$ref", "#/components/schemas/Problem")),
                    "text/html",
                    object()));

    /** In a list of responses. */
    static final Map<String, Object> REFERENCE = object("$ref", "#/components/responses/Problem");

    private Problems() {}
}
