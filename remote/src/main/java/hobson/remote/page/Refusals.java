package hobson.remote.page;

import hobson.engine.BadDocument;
import hobson.engine.Refusal;
import hobson.engine.user.Authorization;
import hobson.engine.user.Denied;
import hobson.http.ErrorPages;
import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Header;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The one place where a refusal becomes an answer: what the engine refuses, what a caller may not do, what a handler finds wrong
 * with a request, and what nobody foresaw (security.md §3, endpoints.md §0.4).
 */
public final class Refusals implements Filter, ErrorPages {
    private static final Header NO_GROUPS = Header.constant(
            "X-You-Are-In-Group-Disabled",
            "JENKINS-39402: use -Dhudson.security.AccessDeniedException2.REPORT_GROUP_HEADERS=true or use /whoAmI to diagnose");

    private final Pages pages;
    private final Authorization authorization;

    public Refusals(Pages pages, Authorization authorization) {
        this.pages = pages;
        this.authorization = authorization;
    }

    @Override
    public Response handle(Request request, Handler next) {
        try {
            return next.handle(request);
        } catch (Denied denied) {
            return denied(request, denied);
        } catch (Refusal refusal) {
            return refused(request, refusal);
        }
    }

    public Response refused(Request request, Refusal refusal) {
        if (refusal instanceof BadDocument bad) return pages.badDocument(request, bad);
        var sentence = String.valueOf(refusal.getMessage());
        return switch (refusal.kind()) {
            case BAD_INPUT -> pages.failure(request, 400, sentence);
            case NOT_FOUND -> pages.notFound(request);
            case CONFLICT -> pages.failure(request, 409, sentence);
            case TOO_LARGE -> pages.failure(request, 413, sentence);
            case UNSUPPORTED -> pages.failure(request, 422, sentence);
        };
    }

    /**
     * 403: the way to the login form for the anonymous caller, the reason for a known one, and where nobody can log in; plain for a
     * script in a browser.
     */
    public Response denied(Request request, Denied denied) {
        var caller = denied.caller();
        var sentence = PermissionId.sentence(denied);
        if (!caller.anonymous() || !authorization.secured()) {
            return pages.denied(request, new Message(403, "Access Denied", sentence))
                    .with(reasons(denied));
        }
        if (request.header("X-Requested-With").filter("XMLHttpRequest"::equals).isPresent()) {
            return pages.plain(request, 403, sentence);
        }
        var login = request.link("login?from=" + URLEncoder.encode(Pages.address(request), StandardCharsets.UTF_8));
        return pages.loginRedirect(request, new Message(403, "Authentication required", sentence), login)
                .with(reasons(denied));
    }

    @Override
    public Response problem(Request request, Problem problem) {
        int status = problem.status();
        var answer = status == 404 ? pages.notFound(request) : pages.failure(request, status, problem.sentence());
        return answer.with(problem.headers());
    }

    @Override
    public Response crash(Request request, String loggingId) {
        return pages.oops(request, loggingId);
    }

    /** Nothing when the permission is not named: then even that the object exists may be said to those who found it only. */
    private static List<Header> reasons(Denied denied) {
        var permission = denied.permission();
        if (permission == null) return List.of();
        var headers = new ArrayList<Header>();
        headers.add(Header.of("X-You-Are-Authenticated-As", denied.caller().name()));
        if (!denied.caller().anonymous()) headers.add(NO_GROUPS);
        headers.add(Header.of("X-Required-Permission", PermissionId.of(permission)));
        for (var id : PermissionId.impliedBy(permission)) {
            headers.add(Header.of("X-Permission-Implied-By", id));
        }
        return headers;
    }
}
