package hobson.remote.security;

import hobson.http.Cookie;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.SafeRedirect;
import hobson.http.route.Place;
import hobson.http.session.SessionScope;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code /login}, {@code /loginError}, {@code /logout}, and the address that the form is sent to (security.md §4). */
final class LoginForm {
    private static final String TARGET = "j_spring_security_check";

    /** The second one is that of old versions, which old clients still use. */
    private static final Set<String> TARGETS = Set.of(TARGET, "j_acegi_security_check");

    private static final Pattern SESSION_COOKIE = Pattern.compile("JSESSIONID\\.[0-9A-Za-z]{1,40}");
    private static final int MOST_COOKIES = 50;

    private final Accounts accounts;
    private final RememberMe rememberMe;
    private final Rules rules;
    private final Pages pages;

    LoginForm(Accounts accounts, RememberMe rememberMe, Rules rules, Pages pages) {
        this.accounts = accounts;
        this.rememberMe = rememberMe;
        this.rules = rules;
        this.pages = pages;
    }

    void addTo(Place root) {
        root.any("login", this::page).any("loginError", this::error).any("logout", this::logout);
    }

    static boolean isPosted(Request request) {
        var tokens = request.path().tokens();
        return request.isMethod("POST") && tokens.size() == 1 && TARGETS.contains(tokens.getFirst());
    }

    /**
     * Needs no crumb; a token is no password here. The fields of a multipart form are not read: nobody is known yet, and whoever likes
     * could fill the disk with its files.
     */
    Response submit(Request request) {
        var parameters = request.mediaType().equals("multipart/form-data") ? request.query() : request.parameters();
        var name = parameters.first("j_username", "");
        var user = accounts.credentials()
                .password(name, parameters.first("j_password", ""))
                .flatMap(caller -> accounts.users().find(caller.name()));
        if (user.isEmpty()) {
            FailedLogins.log(request, name);
            return Response.redirect(request.link("loginError")).withCookie(RememberMe.cleared(request));
        }
        LoginSessions.begin(request, user.get());
        var answer = Response.redirect(target(request, parameters.first("from", "")));
        boolean remembered = rules.remembersLogins() && isWanted(parameters.first("remember_me", ""));
        return remembered ? answer.withCookie(rememberMe.issue(request, user.get())) : answer;
    }

    private static boolean isWanted(String box) {
        return !box.isEmpty() && !box.equals("false") && !box.equals("off");
    }

    private static String target(Request request, String from) {
        return SafeRedirect.isSafe(from) ? from : request.link("");
    }

    private Response page(Request request) {
        SessionScope.of(request).orCreate();
        return pages.page(200, "Sign in", html -> form(html, request));
    }

    private Response error(Request request) {
        if (!Callers.of(request).anonymous()) {
            return Response.redirect(request.link(""));
        }
        SessionScope.of(request).orCreate();
        return pages.page(401, "Sign in", html -> {
            html.element("p", "The user name or the password is wrong.", "role", "alert");
            form(html, request);
        });
    }

    /** No crumb: the address takes none, and a browser may have no session yet. */
    private void form(Html html, Request request) {
        html.open("form", "method", "post", "action", request.link(TARGET), "name", "login");
        field(html, "j_username", "User name", "type", "text", "autocomplete", "username", "autofocus", "");
        field(html, "j_password", "Password", "type", "password", "autocomplete", "current-password");
        if (rules.remembersLogins()) {
            html.open("p").open("label", "for", "remember_me");
            html.single("input", "type", "checkbox", "id", "remember_me", "name", "remember_me");
            html.text(" Keep me signed in").close().close();
        }
        var from = request.query().first("from", "");
        html.single("input", "type", "hidden", "name", "from", "value", SafeRedirect.isSafe(from) ? from : "");
        html.element("button", "Sign in", "type", "submit", "name", "Submit", "value", "Sign in");
        html.close();
        if (rules.signupAllowed()) {
            html.open("p")
                    .element("a", "Create an account", "href", request.link("signup"))
                    .close();
        }
    }

    private static void field(Html html, String name, String label, String... attributes) {
        html.element("label", label, "for", name);
        var all = new String[attributes.length + 8];
        System.arraycopy(attributes, 0, all, 0, attributes.length);
        System.arraycopy(
                new String[] {"id", name, "name", name, "autocapitalize", "none", "required", ""},
                0,
                all,
                attributes.length,
                8);
        html.single("input", all);
    }

    /** Also by GET, as a link: the worst that a foreign page can do is to end a session (security.md §4.3). */
    private Response logout(Request request) {
        SessionScope.of(request).invalidate();
        var answer = Response.redirect(request.link("")).withCookie(RememberMe.cleared(request));
        boolean secure = request.origin().isSecure();
        for (var name : request.cookies().names().stream().limit(MOST_COOKIES).toList()) {
            if (SESSION_COOKIE.matcher(name).matches()) {
                answer = answer.withCookie(new Cookie(name, "", request.link(""), 0, secure, "Lax"));
            }
        }
        return answer;
    }
}
