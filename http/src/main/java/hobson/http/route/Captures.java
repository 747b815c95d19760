package hobson.http.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tokens that a path filled into the templates, outermost first; a name occurs once for each time its place was passed. */
final class Captures {
    private final List<String> namesAndValues = new ArrayList<>(6);

    void add(String name, String value) {
        namesAndValues.add(name);
        namesAndValues.add(value);
    }

    List<String> all(String name) {
        var values = new ArrayList<String>(namesAndValues.size() / 2);
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            if (namesAndValues.get(i).equals(name)) values.add(namesAndValues.get(i + 1));
        }
        return values;
    }

    Optional<String> last(String name) {
        for (int i = namesAndValues.size() - 2; i >= 0; i -= 2) {
            if (namesAndValues.get(i).equals(name)) return Optional.of(namesAndValues.get(i + 1));
        }
        return Optional.empty();
    }
}
