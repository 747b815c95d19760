package hobson.http.route;

import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import java.util.List;

/**
 * Hands each request to the handler that its path and method mean. The path is looked up once, in {@link #prepare}; the handler finds what was
 * read from it in {@link Match#of}.
 */
public final class Router implements Handler {
    private final Place root;
    private final RouterAnswers answers;

    /**
     * A router over a finished table.
     *
     * @throws IllegalArgumentException when places fall back to each other in a circle
     */
    public Router(Place root, RouterAnswers answers) {
        this.root = root;
        this.answers = answers;
        Table.check(root);
    }

    public Router(Place root) {
        this(root, new RouterAnswers() {});
    }

    @Override
    public Request prepare(Request request) {
        var path = request.path();
        var decision = new Walk(root, path.tokens(), path.slashed(), request.method()).decide();
        var known = request.with(Decision.KEY, decision).with(Match.KEY, decision.match());
        return decision instanceof Decision.Found found && found.route().isInline() ? known.asInline() : known;
    }

    @Override
    public Response handle(Request request) {
        if (request.find(Decision.KEY).isEmpty()) return handle(prepare(request));
        return switch (request.get(Decision.KEY)) {
            case Decision.Found found -> found.route().handler().handle(request);
            case Decision.Slash slash -> slash(request, slash.place());
            case Decision.WrongMethod wrong -> refuse(request, wrong);
            case Decision.Lost lost -> lose(request, lost);
        };
    }

    private Response refuse(Request request, Decision.WrongMethod wrong) {
        var otherwise = wrong.otherwise();
        return otherwise == null ? answers.wrongMethod(request, wrong.allowed()) : otherwise.handle(request);
    }

    private Response lose(Request request, Decision.Lost lost) {
        var notFound = lost.notFound();
        return notFound == null ? answers.notFound(request) : notFound.handle(request);
    }

    /** The table from the root down. */
    public List<RouteRow> table() {
        return root.table();
    }

    private Response slash(Request request, Place place) {
        if (!place.isThere(request)) return answers.notFound(request);
        var query = request.rawQuery().map(text -> "?" + text).orElse("");
        return Response.redirect(request.path().canonical() + "/" + query);
    }
}
