package hobson.remote.webhook;

import hobson.engine.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document: {@code $.a.b}, {@code $['a'][0]}, {@code $.a[*].b}, {@code $..b}. Immutable.
 */
final class JsonPath {
    private static final Pattern STEP = Pattern.compile(
            "\\G(?:(?<deep>\\.\\.)|\\.)?(?:(?<name>[^.\\[\\]*'\"()?@]+)|(?<any>\\*|\\[\\*])|\\[(?<index>-?\\d{1,9})]"
                    + "|\\[(?:'(?<single>[^']*)'|\"(?<double>[^\"]*)\")])");

    /** @param deep at any depth */
    private record Step(boolean deep, Key key) {}

    private sealed interface Key {
        record Name(String name) implements Key {}

        record Index(int index) implements Key {}

        record Any() implements Key {}
    }

    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** @throws Refusal it says more than that: conditions, slices, functions, or nothing that makes sense */
    static JsonPath of(String text) {
        var path = text.strip();
        var rest = path.startsWith("$") ? path.substring(1) : "." + path;
        var steps = new ArrayList<Step>();
        var step = STEP.matcher(rest);
        int end = 0;
        while (end < rest.length() && step.find()) {
            end = step.end();
            steps.add(new Step(step.group("deep") != null, key(step)));
        }
        if (end < rest.length()) {
            throw Refusal.badInput(
                    "the JSONPath '" + text
                            + "' cannot be answered here: names, numbers and * say where a value is, conditions and slices do not");
        }
        return new JsonPath(steps);
    }

    private static Key key(Matcher step) {
        for (var group : new String[] {"name", "single", "double"}) {
            if (step.group(group) != null) {
                return new Key.Name(step.group(group));
            }
        }
        return step.group("index") == null ? new Key.Any() : new Key.Index(Integer.parseInt(step.group("index")));
    }

    /** Whether it means one place at most. */
    boolean single() {
        return steps.stream().noneMatch(step -> step.deep || step.key instanceof Key.Any);
    }

    /** What is there, at most so many. */
    List<JsonNode> in(JsonNode document, int most) {
        var found = List.of(document);
        for (var step : steps) {
            var next = new ArrayList<JsonNode>();
            for (var node : found) {
                if (step.deep) {
                    descend(node, step.key, next, most);
                } else {
                    take(node, step.key, next);
                }
            }
            found = next.size() > most ? next.subList(0, most) : next;
        }
        return found.stream().filter(node -> !node.isMissingNode()).toList();
    }

    private static void descend(JsonNode start, Key key, List<JsonNode> found, int most) {
        var open = new ArrayDeque<JsonNode>();
        open.add(start);
        while (!open.isEmpty() && found.size() <= most) {
            var node = open.removeFirst();
            take(node, key, found);
            node.forEach(open::addLast);
        }
    }

    private static void take(JsonNode node, Key key, List<JsonNode> found) {
        switch (key) {
            case Key.Name(var name) -> add(node.path(name), found);
            case Key.Index(var index) -> add(node.path(index < 0 ? node.size() + index : index), found);
            case Key.Any() -> node.forEach(found::add);
        }
    }

    private static void add(JsonNode node, List<JsonNode> found) {
        if (!node.isMissingNode()) {
            found.add(node);
        }
    }
}
