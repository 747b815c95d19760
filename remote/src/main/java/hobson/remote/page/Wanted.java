package hobson.remote.page;

import hobson.http.Request;
import java.util.Locale;

/** In which form a caller can read a message: the first that its {@code Accept} names. */
enum Wanted {
    HTML,
    JSON,
    TEXT;

    private static final int MOST_RANGES = 20;

    static Wanted by(Request request) {
        var accept = request.header("Accept").orElse("*/*");
        for (var range : accept.split(",", MOST_RANGES)) {
            int end = range.indexOf(';');
            switch ((end < 0 ? range : range.substring(0, end)).strip().toLowerCase(Locale.ROOT)) {
                case "text/html", "application/xhtml+xml", "*/*", "text/*" -> {
                    return HTML;
                }
                case "application/json", "text/json", "application/problem+json", "application/*" -> {
                    return JSON;
                }
                case "text/plain" -> {
                    return TEXT;
                }
                default -> {
                    // a type that no message has
                }
            }
        }
        return TEXT;
    }
}
