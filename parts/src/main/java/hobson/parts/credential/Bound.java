package hobson.parts.credential;

import hobson.engine.run.BuildWrapper.Surroundings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what bindings give. For one build. */
final class Bound {
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> secrets = new ArrayList<>();

    /** A binding may leave a variable out by not naming it. */
    void shown(String variable, String value) {
        if (!variable.isEmpty()) {
            variables.put(variable, value);
        }
    }

    void secret(String variable, String value) {
        shown(variable, value);
        hide(value);
    }

    void hide(String value) {
        secrets.add(value);
    }

    Surroundings surroundings() {
        return new Surroundings(variables, secrets);
    }
}
