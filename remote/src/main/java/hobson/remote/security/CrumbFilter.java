package hobson.remote.security;

import hobson.engine.user.Caller;
import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.session.SessionScope;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks every POST for a crumb, so that no foreign page can make a browser change something here (security.md §6).
 *
 * <p>A crumb is read from the header, the query or an urlencoded body, never from a multipart one. Callers with an API token need none:
 * no browser sends a token on its own.
 */
final class CrumbFilter implements Filter {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final long MOST_OF_STRANGERS = 1 << 20;
    private static final Set<String> WEBHOOKS = Set.of("buildByToken", "generic-webhook-trigger");
    private static final List<String> COMMAND_LINE = List.of("cli");

    private final Crumbs crumbs;
    private final Rules rules;
    private final Pages pages;

    CrumbFilter(Crumbs crumbs, Rules rules, Pages pages) {
        this.crumbs = crumbs;
        this.rules = rules;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request, Handler next) {
        if (!request.isMethod("POST") || !rules.crumbs() || isExempt(request)) {
            return next.handle(request);
        }
        var presented = presented(request);
        if (presented.isPresent() && isGood(presented.get(), request)) {
            return next.handle(request);
        }
        if (presented.isPresent()) {
            SessionScope.of(request).orCreate(); // Jenkins starts one here, and some client may build on it
        }
        return pages.explained(
                request, 403, "No valid crumb was included in the request", html -> explain(html, request));
    }

    private static void explain(Html html, Request request) {
        html.element("p", "A crumb shows that a change is asked for from here and not by a foreign page.")
                .open("p")
                .text("In a browser: go back, load the form again and repeat. In a script: ask ")
                .element("code", request.link("crumbIssuer/api/json"))
                .text(" for one, send it as the header " + Crumbs.FIELD
                        + " with the same cookies, or use an API token, which needs none.")
                .close();
    }

    private static boolean isExempt(Request request) {
        var path = request.path();
        return Callers.of(request).proof() == Caller.Proof.API_TOKEN
                || (path.tokens().equals(COMMAND_LINE) && !path.slashed())
                || isWebhook(path.tokens());
    }

    /** Addresses that ask for tokens of their own (security.md §6.3). */
    private static boolean isWebhook(List<String> tokens) {
        return tokens.size() > 1
                && (WEBHOOKS.contains(tokens.getFirst())
                        || tokens.subList(0, 2).equals(List.of("git", "notifyCommit")));
    }

    private boolean isGood(String crumb, Request request) {
        return SessionScope.of(request)
                .find()
                .filter(session -> crumbs.isGood(crumb, request, Callers.of(request), session.id()))
                .isPresent();
    }

    private static Optional<String> presented(Request request) {
        return request.header(Crumbs.FIELD)
                .or(() -> request.query().first(Crumbs.FIELD))
                .or(() -> isReadable(request) ? request.parameter(Crumbs.FIELD) : Optional.empty());
    }

    /** Strangers' forms are kept in memory only if they are small. */
    private static boolean isReadable(Request request) {
        return request.mediaType().equals(FORM)
                && (!Callers.of(request).anonymous() || length(request) <= MOST_OF_STRANGERS);
    }

    private static long length(Request request) {
        return request.header("Content-Length").map(Long::parseLong).orElse(Long.MAX_VALUE);
    }
}
