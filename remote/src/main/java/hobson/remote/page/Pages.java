package hobson.remote.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.BadDocument;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Header;
import hobson.http.PlainErrorPages;
import hobson.http.Problem;
import hobson.http.ProblemJson;
import hobson.http.Request;
import hobson.http.Response;
import java.util.function.Consumer;

/**
 * The pages that any room of the API may answer with. A browser gets HTML; a program that accepts only JSON or text gets the same
 * sentence in that form. Used by many threads.
 */
public final class Pages {
    /** No scripts, nothing from elsewhere; forms go to this server only. */
    private static final Header POLICY = Header.constant(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'");

    private static final PlainErrorPages PLAIN = new PlainErrorPages();

    private static final String END_OF_TEXT = "</pre>";

    private final Identification identification;
    private final FormCrumb crumb;

    public Pages(Identification identification, FormCrumb crumb) {
        this.identification = identification;
        this.crumb = crumb;
    }

    /** A page of any content; it is always HTML. */
    public Response page(int status, String title, Consumer<Html> body) {
        return identification.page(html(status, title, _ -> {}, body));
    }

    /**
     * A page that ends with a text of any length, which never is in memory as a whole.
     *
     * @param text writes it, escaped already
     */
    public Response pageOfText(String title, Consumer<Html> above, Body.Writing text) {
        var page = Layout.page(title, _ -> {}, html -> {
            above.accept(html);
            html.element("pre", "");
        });
        int end = page.lastIndexOf(END_OF_TEXT);
        var body = Body.stream(out -> {
            out.write(page.substring(0, end).getBytes(UTF_8));
            text.to(out);
            out.write(page.substring(end).getBytes(UTF_8));
        });
        return identification.page(
                Response.of(200, ContentType.HTML, body.compressible()).with(POLICY));
    }

    /** A page that somebody else has written, with the headers that all pages have. */
    public Response identified(Response page) {
        return identification.page(page);
    }

    /** A form that posts to {@code action}, with whatever the crumb filter will ask for. */
    public void form(Html html, Request request, String action, Consumer<Html> fields) {
        html.open("form", "method", "post", "action", action);
        crumb.of(request)
                .ifPresent(
                        field -> html.single("input", "type", "hidden", "name", field.name(), "value", field.value()));
        fields.accept(html);
        html.close();
    }

    /** A form with files: the crumb filter reads none, so its crumb is in the address. */
    public void fileForm(Html html, Request request, String action, Consumer<Html> fields) {
        var address = crumb.of(request)
                .map(field -> action + "?" + field.name() + "=" + field.value())
                .orElse(action);
        html.open("form", "method", "post", "action", address, "enctype", "multipart/form-data");
        fields.accept(html);
        html.close();
    }

    /** The same for what does not exist and for what the caller may not know of. */
    public Response notFound(Request request) {
        var message = new Message(404, "Not Found", "This page does not exist, or you may not see it.");
        return identification.page(message(request, message));
    }

    /** What the caller asked for cannot be done: 400, and the sentence in {@code X-Error} (endpoints.md §0.4). */
    public Response failure(Request request, String sentence) {
        return failure(request, 400, sentence);
    }

    public Response failure(Request request, int status, String sentence) {
        return identification.page(
                message(request, new Message(status, "Error", sentence)).with("X-Error", sentence));
    }

    /** An action was asked for with GET: 405 and a form that asks for it again, without {@code Allow} (remote-api.md §7.5). */
    public Response postRequired(Request request) {
        return retry(
                request, "This URL requires POST", "This URL changes something, so it must be asked for with POST.");
    }

    /** A build was asked for with GET and no token: 405 with {@code Allow: POST}. */
    public Response postRequiredToBuild(Request request) {
        return retry(request, "Form post required", "You must use POST method to trigger builds.")
                .with("Allow", "POST");
    }

    /** An error that says nothing about the server, as the servlet container of Jenkins writes them (remote-api.md §1.5, 2). */
    public Response plain(Request request, int status, String sentence) {
        return PLAIN.problem(request, new Problem(status, sentence));
    }

    /** The same, with a page in ASCII that explains more to a person with a browser. */
    public Response explained(Request request, int status, String sentence, Consumer<Html> explanation) {
        var answer = plain(request, status, sentence);
        boolean forPerson = answer.header("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
        return forPerson
                ? answer.withBody(html(status, sentence, _ -> {}, explanation).body())
                        .with(POLICY)
                : answer;
    }

    /** A document cannot be read: 400, and for programs line and column. */
    Response badDocument(Request request, BadDocument bad) {
        var sentence = String.valueOf(bad.getMessage());
        if (Wanted.by(request) != Wanted.JSON) return failure(request, 400, sentence);
        var json = new ProblemJson(request, 400, sentence)
                .number("line", bad.line())
                .number("column", bad.column());
        return identification.page(json.response(400).with("X-Error", sentence));
    }

    /** Data of the API was asked for in a way that is not allowed: {@link #plain}, with the headers of the API. */
    public Response plainOfApi(Request request, int status, String sentence) {
        return identification.api(plain(request, status, sentence));
    }

    /** Something broke; the log has it under that id. */
    public Response oops(Request request, String loggingId) {
        var message =
                new Message(500, "Oops!", "A problem occurred while processing the request. Logging ID=" + loggingId);
        return identification.page(message(request, message));
    }

    Response denied(Request request, Message message) {
        return identification.page(message(request, message));
    }

    /** Sends a browser to the login form in a second; a program sees the 403 (security.md §3.1). */
    Response loginRedirect(Request request, Message message, String login) {
        var html = Wanted.by(request) == Wanted.HTML
                ? html(
                        message.status(),
                        message.title(),
                        head -> head.single("meta", "http-equiv", "refresh", "content", "1;url=" + login),
                        body -> body.open("p")
                                .element("a", "Log in", "href", login)
                                .close())
                : message(request, message);
        return identification.loginRedirect(html);
    }

    /** Path and query that a link may lead back to: never {@code //elsewhere}, which is another host to a browser. */
    static String address(Request request) {
        return request.path().canonical()
                + request.rawQuery().map(query -> "?" + query).orElse("");
    }

    private Response retry(Request request, String title, String sentence) {
        var message = new Message(405, title, sentence);
        var answer = Wanted.by(request) == Wanted.HTML
                ? html(405, title, _ -> {}, body -> {
                    body.element("p", sentence)
                            .open("p")
                            .element("code", request.origin().url() + address(request));
                    body.close();
                    form(
                            body,
                            request,
                            address(request),
                            fields -> fields.element("button", "Try again with POST", "type", "submit"));
                })
                : message(request, message);
        return identification.page(answer);
    }

    private static Response message(Request request, Message message) {
        return switch (Wanted.by(request)) {
            case HTML ->
                html(message.status(), message.title(), _ -> {}, body -> body.element("p", message.sentence()));
            case JSON -> new ProblemJson(request, message.status(), message.sentence()).response(message.status());
            case TEXT -> Response.text(message.status(), message.text());
        };
    }

    private static Response html(int status, String title, Consumer<Html> head, Consumer<Html> body) {
        return Response.html(status, Layout.page(title, head, body)).with(POLICY);
    }
}
