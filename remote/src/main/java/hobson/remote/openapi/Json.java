package hobson.remote.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of JSON, their members in the order given. */
final class Json {
    private Json() {}

    static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
