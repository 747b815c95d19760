package hobson.server.ephemeral;

import hobson.http.Request;

/**
 * Some of the requests.
 *
 * @param method {@code *} for any
 * @param path below the context path, without a query; a slash at the end makes no difference
 */
record RequestPattern(String method, Glob path) {
    static RequestPattern of(String method, String path) {
        return new RequestPattern(method, Glob.of(trimmed(path)));
    }

    boolean matches(Request request) {
        return matches(request.method(), pathOf(request));
    }

    boolean matches(String ofRequest, String pathOfRequest) {
        return (method.equals("*") || method.equals(ofRequest)) && path.matches(trimmed(pathOfRequest));
    }

    /** As people write it: decoded, below the context path. */
    static String pathOf(Request request) {
        var path = request.path();
        var text = "/" + String.join("/", path.tokens());
        return path.slashed() && text.length() > 1 ? text + "/" : text;
    }

    private static String trimmed(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
