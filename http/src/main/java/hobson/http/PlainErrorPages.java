package hobson.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Small error pages in the type that the caller accepts: HTML, JSON or text, and no body at all for a caller that accepts none of
 * them or uses a method other than GET, POST and HEAD (remote-api.md §1.5, "container page").
 */
public final class PlainErrorPages implements ErrorPages {
    private static final Header NO_CACHE = Header.constant("Cache-Control", "must-revalidate,no-cache,no-store");

    @Override
    public Response problem(Request request, Problem problem) {
        return page(request, problem.status(), problem.sentence()).with(problem.headers());
    }

    @Override
    public Response crash(Request request, String loggingId) {
        return page(request, 500, "A problem occurred while processing the request. Logging ID=" + loggingId);
    }

    private static Response page(Request request, int status, String sentence) {
        var empty = Response.of(status);
        var method = request.method();
        if (!method.equals("GET") && !method.equals("POST") && !method.equals("HEAD")) return empty;
        var accept = request.header("Accept").orElse("*/*");
        for (var range : accept.split(",", 20)) {
            switch (MediaType.of(range)) {
                case "*/*", "text/*", "text/html" -> {
                    return html(empty, request, sentence);
                }
                case "application/json", "application/problem+json", "application/*", "text/json" -> {
                    return new ProblemJson(request, status, sentence)
                            .response(status)
                            .with(NO_CACHE);
                }
                case "text/plain" -> {
                    return text(empty, request, sentence);
                }
                default -> {
                    // a type that no error page has
                }
            }
        }
        return empty.with(NO_CACHE);
    }

    private static Response html(Response empty, Request request, String sentence) {
        int status = empty.status();
        var title = "Error " + status + " " + Markup.escape(sentence);
        var page = "<html>\n<head>\n<meta charset=\"iso-8859-1\">\n<title>" + title
                + "</title>\n</head>\n<body><h2>HTTP ERROR "
                + status + " " + Markup.escape(sentence) + "</h2>\n<table>\n<tr><th>URI:</th><td>"
                + Markup.escape(request.pathAsReceived()) + "</td></tr>\n<tr><th>STATUS:</th><td>" + status
                + "</td></tr>\n<tr><th>MESSAGE:</th><td>" + Markup.escape(sentence)
                + "</td></tr>\n</table>\n</body>\n</html>\n";
        return empty.with(ContentType.HTML_LATIN1).with(NO_CACHE).withBody(Body.text(Markup.ascii(page), ISO_8859_1));
    }

    private static Response text(Response empty, Request request, String sentence) {
        var page = "HTTP ERROR " + empty.status() + " " + sentence + "\nURI: " + request.pathAsReceived() + "\nSTATUS: "
                + empty.status() + "\nMESSAGE: " + sentence + "\n";
        return empty.with(ContentType.TEXT_LATIN1).with(NO_CACHE).withBody(Body.text(page, ISO_8859_1));
    }
}
