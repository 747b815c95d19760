package hobson.remote.security;

import hobson.http.ErrorFilter;
import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.session.Sessions;
import hobson.remote.RouteGroup;
import hobson.remote.api.Api;
import hobson.remote.page.FormCrumb;
import hobson.remote.page.Pages;
import hobson.remote.page.Refusals;
import hobson.remote.route.Places;

/**
 * The door of this package: the filters that every request passes, in the order of security.md §1, and the addresses of login, crumbs and
 * new accounts.
 */
public final class Security implements RouteGroup {
    private final Accounts accounts;
    private final Rules rules;
    private final Pages pages;
    private final Api api;

    public Security(Accounts accounts, Rules rules, Pages pages, Api api) {
        this.accounts = accounts;
        this.rules = rules;
        this.pages = pages;
        this.api = api;
    }

    /** What forms on pages carry; needed to make the {@link Pages}. */
    public static FormCrumb formCrumb(Rules rules) {
        return new CrumbIssuer(new Crumbs(rules.serverKey()), rules);
    }

    /** The router behind all that has to happen before it. */
    public Handler guard(Handler router, Sessions sessions) {
        var refusals = new Refusals(pages, rules.authorization());
        return Filter.chain(
                router,
                sessions, // outermost, so that errors carry a new session's cookie too
                new ErrorFilter(refusals),
                refusals,
                authentication(),
                new CrumbFilter(new Crumbs(rules.serverKey()), rules, pages),
                new ReadGate(rules.authorization()));
    }

    @Override
    public void addTo(Places places) {
        new AccountEndpoints(accounts.users(), rules, pages).addTo(places.root);
        new WhoAmI(api, pages).addTo(places.root);
        new CrumbIssuer(new Crumbs(rules.serverKey()), rules).addTo(places.root, api);
        loginForm().addTo(places.root);
    }

    private Authentication authentication() {
        return new Authentication(
                rules.authorization(),
                accounts.credentials(),
                new LoginSessions(accounts.users()),
                rememberMe(),
                loginForm(),
                pages);
    }

    private LoginForm loginForm() {
        return new LoginForm(accounts, rememberMe(), rules, pages);
    }

    private RememberMe rememberMe() {
        return new RememberMe(accounts.users(), rules);
    }
}
