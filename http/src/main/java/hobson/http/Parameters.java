package hobson.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Named values in the order sent; a name may have several. Names are case-sensitive. Immutable. */
public final class Parameters {
    public static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    public Optional<String> first(String name) {
        var all = values.get(name);
        return all == null ? Optional.empty() : Optional.of(all.getFirst());
    }

    public String first(String name, String otherwise) {
        var all = values.get(name);
        return all == null ? otherwise : all.getFirst();
    }

    public List<String> all(String name) {
        var all = values.get(name);
        return all == null ? List.of() : Collections.unmodifiableList(all);
    }

    /** Whether it was sent at all, perhaps without a value. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    @Override
    public String toString() {
        return values.keySet().toString(); // never the values: passwords are among them
    }

    /** Collects parameters and bounds their number. */
    static final class Collector {
        private final Map<String, List<String>> values = new LinkedHashMap<>();
        private final int most;
        private int count;

        Collector(int most) {
            this.most = most;
        }

        void add(String name, String value) {
            if (++count > most) throw Problem.tooLarge("A request may have at most " + most + " parameters");
            values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
        }

        void addAll(Parameters others) {
            others.values.forEach((name, all) -> all.forEach(value -> add(name, value)));
        }

        Parameters collected() {
            return values.isEmpty() ? NONE : new Parameters(values);
        }
    }
}
