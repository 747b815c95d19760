package hobson.remote.openapi;

import static hobson.remote.openapi.Json.object;

import hobson.export.JsonSchemas;
import hobson.http.route.RouteRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** OpenAPI 3.1 of a table of routes, as a tree of maps and lists. Used once, by one thread. */
final class OpenApiDocument {
    private static final String DESCRIPTION = """
            The remote access API of Jenkins, and what this server has besides. {job} in a path stands for one job; a job in a folder is \
            job/FOLDER/job/NAME. What stands behind a path that is listed may also be reached through /static/ANYTHING/ in front of it. \
            Paths of files go on after the last part that is listed. Every POST without an API token needs a crumb: see /crumbIssuer/api/json.""";

    private final JsonSchemas schemas = new JsonSchemas("#/components/schemas/");
    private final String version;
    private final String url;

    OpenApiDocument(String version, String url) {
        this.version = version;
        this.url = url;
    }

    Map<String, Object> of(List<RouteRow> table) {
        var paths = paths(table);
        return object(
                "openapi",
                "3.1.0",
                "info",
                object("title", "Hobson", "version", version, "description", DESCRIPTION),
                "servers",
                List.of(object("url", url)),
                "security",
                List.of(object("basic", List.of()), object()),
                "paths",
                paths,
                "components",
                components());
    }

    private Map<String, Object> paths(List<RouteRow> table) {
        var paths = new LinkedHashMap<String, Object>();
        for (var row : table) {
            var path = new PathTemplate(row.template());
            if (path.isApi()) {
                for (var form : ApiForm.values()) {
                    paths.put(path.text() + form.suffix(), new ApiOperations(schemas, path, form).of(row));
                }
            } else {
                paths.put(path.text(), new PlainOperations(path).of(row));
            }
        }
        return paths;
    }

    private Map<String, Object> components() {
        var definitions = schemas.definitions();
        definitions.put("Problem", Problems.SCHEMA);
        return object(
                "schemas",
                definitions,
                "parameters",
                ApiForm.parameters(),
                "responses",
                object("Problem", Problems.RESPONSE),
                "securitySchemes",
                object(
                        "basic",
                        object(
                                "type",
                                "http",
                                "scheme",
                                "basic",
                                "description",
                                "Name and password, or name and API token")));
    }
}
