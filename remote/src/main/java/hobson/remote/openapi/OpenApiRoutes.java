package hobson.remote.openapi;

import hobson.http.Body;
import hobson.http.Conditional;
import hobson.http.ContentType;
import hobson.http.EntityTag;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.RouteRow;
import hobson.remote.RouteGroup;
import hobson.remote.route.Places;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.ObjectMapper;

/** {@code GET /openapi.json}: made from the table of routes when it is asked for, since few ask and it is large. */
public final class OpenApiRoutes implements RouteGroup {
    private final String version;

    public OpenApiRoutes(String version) {
        this.version = version;
    }

    @Override
    public void addTo(Places places) {
        places.root.get("openapi.json", request -> answer(request, places.root::table));
    }

    private Response answer(Request request, Supplier<List<RouteRow>> table) {
        var document = new OpenApiDocument(version, request.baseUrl()).of(table.get());
        var json = new ObjectMapper().writeValueAsBytes(document);
        var answer = Response.ok(ContentType.JSON, Body.bytes(json).compressible());
        return Conditional.answer(request, answer, EntityTag.weak(json, 0, json.length));
    }
}
