package hobson.http.route;

import java.util.List;
import java.util.function.Predicate;

/**
 * The way from one place to another: tokens that must be equal, and tokens that are captured.
 *
 * @param segments of the template; a capture is {@code {name}}
 * @param admits says whether the captured tokens may be there; false makes the way not exist
 * @param isAlias whether what leads here does not count as part of the path to the place
 */
record Edge(List<String> segments, Predicate<String> admits, Place target, boolean isAlias) {

    static Edge of(String template, Predicate<String> admits, Place target, boolean alias) {
        var segments = List.of(template.split("/"));
        for (var segment : segments) {
            boolean capture = isCapture(segment);
            if (segment.isEmpty() || (!capture && (segment.contains("{") || segment.contains("}")))) {
                throw new IllegalArgumentException("not a template: " + template);
            }
        }
        return new Edge(segments, admits, target, alias);
    }

    static boolean isCapture(String segment) {
        return segment.length() > 2 && segment.startsWith("{") && segment.endsWith("}");
    }

    boolean startsWithCapture() {
        return isCapture(segments.getFirst());
    }

    int length() {
        return segments.size();
    }

    boolean matches(List<String> tokens, int at) {
        if (tokens.size() - at < segments.size()) return false;
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            var token = tokens.get(at + i);
            if (isCapture(segment) ? !admits.test(token) : !segment.equals(token)) return false;
        }
        return true;
    }

    void capture(List<String> tokens, int at, Captures into) {
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (isCapture(segment)) into.add(segment.substring(1, segment.length() - 1), tokens.get(at + i));
        }
    }
}
