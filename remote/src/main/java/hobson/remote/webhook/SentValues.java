package hobson.remote.webhook;

import hobson.engine.BoundedMatch;
import hobson.engine.trigger.JobTrigger.Variable;
import hobson.engine.trigger.Webhooks;
import hobson.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a webhook's call carries. Reads its body when a job wants to know of it. For one thread. */
final class SentValues implements Webhooks.Call {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 5 << 20;
    private static final int MOST_VALUES = 1_000;

    private final Request request;
    private @Nullable JsonNode body;
    private @Nullable Document xml;
    private boolean parsedXml;

    SentValues(Request request) {
        this.request = request;
    }

    /** Several values are numbered from 0; a single one, or all of them as JSON, has the bare name too. */
    @Override
    public Map<String, String> find(Variable variable) {
        return switch (variable.place()) {
            case HEADER -> named(variable, plain(variable.expression()), request.headers(variable.expression()), null);
            case QUERY -> named(variable, variable.expression(), request.query().all(variable.expression()), null);
            case JSON -> json(variable);
            case XML ->
                named(
                        variable,
                        variable.name(),
                        XmlPath.of(variable.expression()).in(document()),
                        null);
        };
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    private Map<String, String> json(Variable variable) {
        var path = JsonPath.of(variable.expression());
        var found = path.in(body(), MOST_VALUES);
        if (path.single() && found.size() == 1) {
            return Map.of(variable.name(), cleaned(variable, text(found.getFirst())));
        }
        var all = JSON.createArrayNode().addAll(found).toString();
        return named(
                variable, variable.name(), found.stream().map(SentValues::text).toList(), all);
    }

    private JsonNode body() {
        var known = body;
        if (known == null) {
            body = known = parsed();
        }
        return known;
    }

    private JsonNode parsed() {
        try {
            return JSON.readTree(request.bytes(MOST_BYTES));
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private @Nullable Document document() {
        if (!parsedXml) {
            parsedXml = true;
            xml = XmlPath.document(request.bytes(MOST_BYTES));
        }
        return xml;
    }

    private static String text(JsonNode node) {
        return node.isValueNode() ? node.asString("") : node.toString();
    }

    private static Map<String, String> named(
            Variable variable, String name, List<String> values, @Nullable String together) {
        if (values.isEmpty()) {
            return Map.of(name, variable.otherwise());
        }
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(values.size(), MOST_VALUES); i++) {
            named.put(name + "_" + i, cleaned(variable, values.get(i)));
        }
        if (together != null) {
            named.put(name, together);
        } else if (values.size() == 1) {
            named.put(name, cleaned(variable, values.getFirst()));
        }
        return named;
    }

    private static String cleaned(Variable variable, String value) {
        try {
            return variable.removed().isEmpty()
                    ? value
                    : BoundedMatch.without(Pattern.compile(variable.removed()), value);
        } catch (PatternSyntaxException e) {
            return value;
        }
    }
}
