package hobson.remote.security;

import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Credentials;
import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.util.Optional;

/**
 * Finds out who is asking, in the order of security.md §1: HTTP Basic, the login form, the session, the cookie that remembers, nobody.
 * What follows finds the answer with {@link Callers#of}.
 *
 * <p>Wrong Basic credentials are a 401 on every address; only then is Basic offered. While security is off nobody is told apart.
 */
final class Authentication implements Filter {
    private static final Header CHALLENGE = Header.constant("WWW-Authenticate", "Basic realm=\"Jenkins\"");

    private final Authorization authorization;
    private final Credentials credentials;
    private final LoginSessions sessions;
    private final RememberMe rememberMe;
    private final LoginForm loginForm;
    private final Pages pages;

    Authentication(
            Authorization authorization,
            Credentials credentials,
            LoginSessions sessions,
            RememberMe rememberMe,
            LoginForm loginForm,
            Pages pages) {
        this.authorization = authorization;
        this.credentials = credentials;
        this.sessions = sessions;
        this.rememberMe = rememberMe;
        this.loginForm = loginForm;
        this.pages = pages;
    }

    @Override
    public Response handle(Request request, Handler next) {
        if (!authorization.secured()) {
            return next.handle(request.with(Callers.KEY, Caller.ANONYMOUS));
        }
        return switch (BasicHeader.of(request)) {
            case BasicHeader.Absent _ -> withoutHeader(request, next);
            case BasicHeader.Broken _ -> unauthorized(request);
            case BasicHeader.Given given ->
                byHeader(request, given)
                        .map(caller -> answer(request, caller, next))
                        .orElseGet(() -> unauthorized(request));
        };
    }

    /** The slow check of a password comes last, and never on a thread that others wait for. */
    private Optional<Caller> byHeader(Request request, BasicHeader.Given given) {
        var known = credentials.known(given.name(), given.secret());
        if (known.isPresent()) {
            return known;
        }
        var session = sessions.find(request).filter(caller -> caller.name().equalsIgnoreCase(given.name()));
        if (session.isPresent()) {
            return session;
        }
        request.beforeBlocking();
        var caller = credentials.password(given.name(), given.secret());
        if (caller.isEmpty()) {
            FailedLogins.log(request, given.name());
        }
        return caller;
    }

    private Response withoutHeader(Request request, Handler next) {
        var session = sessions.find(request);
        if (session.isPresent()) {
            return answer(request, session.get(), next);
        }
        var remembered = rememberMe.read(request).map(user -> new Caller(user.id(), Caller.Proof.SESSION));
        var answer = answer(request, remembered.orElse(Caller.ANONYMOUS), next);
        boolean stale =
                remembered.isEmpty() && request.cookie(RememberMe.COOKIE).isPresent();
        return stale ? answer.withCookie(RememberMe.cleared(request)) : answer;
    }

    private Response answer(Request request, Caller caller, Handler next) {
        var known = request.with(Callers.KEY, caller);
        return LoginForm.isPosted(request) ? loginForm.submit(known) : next.handle(known);
    }

    /** Says nothing about the server: clients recognise Jenkins by headers that this answer never had (security.md §2). */
    private Response unauthorized(Request request) {
        return pages.explained(request, 401, "Unauthorized", Authentication::explain)
                .with(CHALLENGE)
                .withCookie(RememberMe.cleared(request));
    }

    private static void explain(Html html) {
        html.element("p", "Name and password, or name and API token, do not belong together.")
                .element("p", "Tokens are taken in place of passwords; a user who is gone has neither.");
    }
}
