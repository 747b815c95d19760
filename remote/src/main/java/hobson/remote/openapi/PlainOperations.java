package hobson.remote.openapi;

import static hobson.remote.openapi.Json.object;

import hobson.http.route.RouteOption;
import hobson.http.route.RouteRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What can be done at an address that has no forms. */
record PlainOperations(PathTemplate path) {
    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE");
    private static final String ANY = "*";

    Map<String, Object> of(RouteRow row) {
        var item = new LinkedHashMap<String, Object>();
        row.methods().forEach((method, options) -> {
            if (method.equals(ANY)) {
                item.putIfAbsent("get", operation("get", row, options));
                item.putIfAbsent("post", operation("post", row, options));
            } else if (METHODS.contains(method)) {
                var name = method.toLowerCase(Locale.ROOT);
                item.put(name, operation(name, row, options));
            } else {
                item.put("x-" + method.toLowerCase(Locale.ROOT), true);
            }
        });
        return item;
    }

    private Map<String, Object> operation(String method, RouteRow row, List<RouteOption> options) {
        var operation = object("operationId", PathTemplate.operation(method, path.text()));
        operation.put("tags", List.of(row.place()));
        operation.put("summary", summary(row, options));
        var parameters = path.parameters();
        if (!parameters.isEmpty()) operation.put("parameters", parameters);
        operation.put(
                "responses",
                object(
                        "2XX",
                        object("description", "Done"),
                        "3XX",
                        object("description", "Done, or elsewhere: see Location"),
                        "default",
                        Problems.REFERENCE));
        return operation;
    }

    private static String summary(RouteRow row, List<RouteOption> options) {
        for (var option : options) {
            if (option instanceof RouteOption.Does(var summary)) return summary;
        }
        var template = row.template();
        var action = template.substring(template.lastIndexOf('/') + 1);
        return action.isEmpty() ? "The page of a " + row.place() : action + " of a " + row.place();
    }
}
