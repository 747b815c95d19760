package hobson.remote.openapi;

import static hobson.remote.openapi.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The addresses below {@code …/api} (remote-api.md §1). */
enum ApiForm {
    PAGE("/", "text/html", ""),
    JSON("/json", "application/json", "tree depth pretty jsonp"),
    XML("/xml", "application/xml", "tree depth xpath exclude wrapper"),
    PYTHON("/python", "text/x-python", "tree depth pretty"),
    SCHEMA("/schema", "application/xml", "");

    private static final String[] PARAMETERS = {
        "tree", "Which members, as in jobs[name,builds[number]{0,10}]",
        "depth", "How many levels of objects below this one; 0 when it is missing",
        "pretty", "With line breaks; the value does not matter",
        "jsonp", "Name of a function to call with the data; only while security is off",
        "xpath", "Selects a part of the document",
        "exclude", "XPath of elements to leave out; may be repeated",
        "wrapper", "Element around what xpath selects"
    };

    private final String suffix;
    private final String contentType;
    private final String parameters;

    ApiForm(String suffix, String contentType, String parameters) {
        this.suffix = suffix;
        this.contentType = contentType;
        this.parameters = parameters;
    }

    String suffix() {
        return suffix;
    }

    String contentType() {
        return contentType;
    }

    /** References to those that this form knows. */
    List<Map<String, Object>> references() {
        var references = new ArrayList<Map<String, Object>>();
        for (var parameter : parameters.isEmpty() ? new String[0] : parameters.split(" ", -1)) {
            references.add(object("$ref", "#/components/parameters/" + parameter));
        }
        return references;
    }

    static Map<String, Object> parameters() {
        var all = object();
        for (int i = 0; i < PARAMETERS.length; i += 2) {
            var parameter = object("name", PARAMETERS[i], "in", "query", "description", PARAMETERS[i + 1]);
            parameter.put("schema", object("type", "string"));
            all.put(PARAMETERS[i], parameter);
        }
        return all;
    }
}
