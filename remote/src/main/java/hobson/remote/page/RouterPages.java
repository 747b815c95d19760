package hobson.remote.page;

import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.RouterAnswers;
import java.util.Set;

/** What the router answers itself, as pages of the API. */
public final class RouterPages implements RouterAnswers {
    private final Pages pages;

    public RouterPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Response notFound(Request request) {
        return pages.notFound(request);
    }

    /** Nearly always an action that was asked for with GET; that page has no {@code Allow} (remote-api.md §7.5). */
    @Override
    public Response wrongMethod(Request request, Set<String> allowed) {
        if (allowed.contains("POST")) {
            return pages.postRequired(request);
        }
        return pages.failure(request, 405, "This address does not answer " + request.method())
                .with("Allow", String.join(", ", allowed));
    }
}
