package hobson.server.ephemeral;

import hobson.http.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Writes the record of what clients have sent. */
final class RecordJson {
    private RecordJson() {}

    /** @param query {@code method} and {@code path} choose some */
    static ArrayNode of(JsonMapper json, RequestRecord record, Parameters query) {
        var all = json.createArrayNode();
        for (var request : record.of(query.first("method", "*"), query.first("path", "**"))) {
            var node = all.addObject();
            node.put("at", request.at().toString());
            node.put("method", request.method());
            node.put("path", request.path());
            node.put("query", request.query());
            var headers = node.putArray("headers");
            request.headers()
                    .forEach(header -> headers.addArray().add(header.name()).add(header.value()));
            node.put("body", request.body());
            node.put("bodySize", request.bodySize());
            node.put("status", request.status());
        }
        return all;
    }
}
