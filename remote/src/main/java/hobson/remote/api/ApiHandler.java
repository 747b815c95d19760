package hobson.remote.api;

import hobson.export.Flavour;
import hobson.http.Handler;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;

/** Answers {@code …/api}, {@code …/api/} and {@code …/api/json} with its siblings, for any method (remote-api.md §1). */
final class ApiHandler implements Handler {
    private final Finder finder;
    private final Api api;
    private final HelpPage help;

    ApiHandler(Finder finder, Api api, HelpPage help) {
        this.finder = finder;
        this.api = api;
        this.help = help;
    }

    @Override
    public Response handle(Request request) {
        try {
            var reader = api.readers().of(request);
            var shown = finder.find(request, reader);
            var rest = Match.of(request).rest();
            if (rest.isEmpty()) return index(request);
            var flavour = Flavour.named(rest.getFirst()).orElseThrow(Problem::notFound);
            return api.answer(request, shown, reader, flavour);
        } catch (MustLoad _) {
            request.beforeBlocking();
            throw new IllegalStateException("this thread may wait");
        }
    }

    private Response index(Request request) {
        if (request.path().slashed()) return help.of(request);
        var query = request.rawQuery().map(text -> "?" + text).orElse("");
        return Response.redirect(request.path().canonical() + "/" + query);
    }
}
