package hobson.http;

import java.util.List;

/** The tokens that every path of this server starts with. */
record ContextPath(List<String> tokens) {

    static ContextPath of(HttpSettings settings) {
        var path = settings.contextPath();
        return new ContextPath(
                path.isEmpty() ? List.of() : List.of(path.substring(1).split("/")));
    }

    /** What is below this path; a path elsewhere stays as it is. */
    RequestPath strip(RequestPath path) {
        return contains(path) ? path.below(tokens.size()) : path;
    }

    boolean contains(RequestPath path) {
        return path.tokens().size() >= tokens.size()
                && path.tokens().subList(0, tokens.size()).equals(tokens);
    }

    /** {@code /ci} without its slash. */
    boolean isExactly(RequestPath path) {
        return !tokens.isEmpty() && !path.slashed() && path.tokens().equals(tokens);
    }
}
