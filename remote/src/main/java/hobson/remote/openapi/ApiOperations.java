package hobson.remote.openapi;

import static hobson.remote.openapi.Json.object;

import hobson.export.JsonSchemas;
import hobson.http.route.RouteRow;
import hobson.remote.api.Shows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object's data in one form. It answers POST as GET: for queries too long for an address. */
record ApiOperations(JsonSchemas schemas, PathTemplate path, ApiForm form) {
    Map<String, Object> of(RouteRow row) {
        var item = new LinkedHashMap<String, Object>();
        for (var method : List.of("get", "post")) {
            item.put(method, operation(method, row));
        }
        return item;
    }

    private Map<String, Object> operation(String method, RouteRow row) {
        var parameters = new ArrayList<>(path.parameters());
        parameters.addAll(form.references());
        var operation = object("operationId", PathTemplate.operation(method, path.text() + form.suffix()));
        operation.put("tags", List.of(row.place()));
        operation.put(
                "summary", form == ApiForm.PAGE ? "How to read this " + row.place() : "Reads this " + row.place());
        if (!parameters.isEmpty()) operation.put("parameters", parameters);
        operation.put("responses", responses(row));
        return operation;
    }

    private Map<String, Object> responses(RouteRow row) {
        var media = form == ApiForm.JSON ? object("schema", schemas.of(shown(row))) : object();
        return object(
                "200",
                object("description", "The data", "content", object(form.contentType(), media)),
                "304",
                object("description", "As If-None-Match says"),
                "default",
                Problems.REFERENCE);
    }

    private static Collection<? extends hobson.export.Schema<?, ?>> shown(RouteRow row) {
        return row.methods().values().stream()
                .flatMap(List::stream)
                .filter(Shows.class::isInstance)
                .map(Shows.class::cast)
                .findFirst()
                .orElse(Shows.ANY)
                .schemas()
                .get();
    }
}
