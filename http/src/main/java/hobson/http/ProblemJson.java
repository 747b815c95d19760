package hobson.http;

/**
 * An error as programs read it, {@code application/problem+json} (RFC 9457). Besides, it has the two members {@code message} and {@code url}
 * that the errors of Jenkins have for callers who accept JSON (remote-api.md §1.5).
 */
public final class ProblemJson {
    public static final Header TYPE = ContentType.of("application/problem+json");

    private final StringBuilder json = new StringBuilder(300);

    /** @param detail one sentence */
    public ProblemJson(Request request, int status, String detail) {
        var path = request.pathAsReceived(); // never the query: it may have a token in it
        json.append("{\"type\":\"about:blank\"");
        text("title", Statuses.reason(status)).number("status", status);
        text("detail", detail).text("instance", path);
        text("message", detail).text("url", path);
    }

    private ProblemJson text(String name, String value) {
        json.append(",\"").append(name).append("\":\"");
        json.append(Markup.jsonText(value)).append('"');
        return this;
    }

    /** Another member. */
    public ProblemJson number(String name, long value) {
        json.append(",\"").append(name).append("\":").append(value);
        return this;
    }

    public Response response(int status) {
        return Response.of(status, TYPE, Body.text(json + "}\n"));
    }
}
