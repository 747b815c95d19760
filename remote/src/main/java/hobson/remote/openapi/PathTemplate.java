package hobson.remote.openapi;

import static hobson.remote.openapi.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A template of the table as OpenAPI wants it: each parameter has a name of its own. */
final class PathTemplate {
    private static final String API = "api";

    private final List<String> parameters = new ArrayList<>();
    private final String text;
    private final boolean api;

    PathTemplate(String template) {
        var path = new StringBuilder();
        for (var segment : template.split("/", -1)) {
            path.append('/').append(segment.startsWith("{") ? "{" + parameter(segment) + "}" : segment);
        }
        text = path.toString();
        api = text.endsWith("/" + API);
    }

    private String parameter(String segment) {
        var name = segment.substring(1, segment.length() - 1);
        var unique = name;
        for (int i = 2; parameters.contains(unique); i++) unique = name + i;
        parameters.add(unique);
        return unique;
    }

    String text() {
        return text;
    }

    /** Whether it is the way to an object's data, which comes in several forms. */
    boolean isApi() {
        return api;
    }

    List<Map<String, Object>> parameters() {
        return parameters.stream()
                .map(name -> object("name", name, "in", "path", "required", true, "schema", object("type", "string")))
                .toList();
    }

    /** Unique, since path and method are. */
    static String operation(String method, String path) {
        return method
                + path.replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9/]", ".").replace('/', '_');
    }
}
