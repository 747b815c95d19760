package hobson.engine.item;

import java.util.ArrayList;
import java.util.List;

/** Part of a job that is built for every combination of the values of its axes. */
public record Combinations(List<Axis> axes) {
    /** No real job comes near it; more than that are not named. */
    private static final int MOST = 10_000;

    public Combinations {
        axes = List.copyOf(axes);
    }

    /** A name, and the values that it takes. */
    public record Axis(String name, List<String> values) {
        public Axis {
            values = List.copyOf(values);
        }
    }

    /** Each as {@code a=1,b=2}, axes by name, the last one changing fastest; at most 10,000. */
    public List<String> names() {
        var names = List.of("");
        var sorted = axes.stream()
                .filter(axis -> !axis.values().isEmpty())
                .sorted(java.util.Comparator.comparing(Axis::name))
                .toList();
        for (var axis : sorted) {
            var longer = new ArrayList<String>();
            for (var name : names) {
                for (var value : axis.values()) {
                    if (longer.size() < MOST) {
                        longer.add((name.isEmpty() ? "" : name + ",") + axis.name() + "=" + value);
                    }
                }
            }
            names = longer;
        }
        return sorted.isEmpty() ? List.of() : names;
    }
}
