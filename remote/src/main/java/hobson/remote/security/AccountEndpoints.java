package hobson.remote.security;

import hobson.engine.user.NewAccount;
import hobson.engine.user.Permission;
import hobson.engine.user.Users;
import hobson.http.PathText;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;

/** {@code /securityRealm/} and {@code /signup}: the list of accounts, and the forms that open new ones (security.md §4.4). */
final class AccountEndpoints {
    private final Users users;
    private final Rules rules;
    private final Pages pages;

    AccountEndpoints(Users users, Rules rules, Pages pages) {
        this.users = users;
        this.rules = rules;
        this.pages = pages;
    }

    void addTo(Place root) {
        root.any("signup", this::signUpPage);
        root.child(
                "securityRealm",
                new Place("securityRealm")
                        .index(this::list)
                        .post("createAccountByAdmin", this::create)
                        .post("createAccount", this::signUp));
    }

    private Response list(Request request) {
        rules.authorization().require(Callers.of(request), Permission.ADMINISTER);
        return pages.page(200, "Users", html -> {
            html.open("ul");
            for (var user : users.all()) {
                var address = request.link("user/" + PathText.encode(user.id()) + "/");
                html.open("li").element("a", user.fullName(), "href", address);
                html.text(" (" + user.id() + ")").close();
            }
            html.close().element("h2", "Create a user");
            form(html, request, "securityRealm/createAccountByAdmin");
        });
    }

    private Response create(Request request) {
        rules.authorization()
                .require(Callers.of(request), Permission.ADMINISTER); // before the form says what is wrong with it
        users.create(Callers.of(request), account(request));
        return Response.redirect(".");
    }

    private Response signUpPage(Request request) {
        if (!rules.signupAllowed()) {
            return pages.notFound(request);
        }
        return pages.page(200, "Create an account", html -> form(html, request, "securityRealm/createAccount"));
    }

    /** Logs the new user in. */
    private Response signUp(Request request) {
        if (!rules.signupAllowed()) {
            return pages.plain(request, 401, "User sign up is prohibited");
        }
        var user = users.signUp(account(request));
        LoginSessions.begin(request, user);
        return pages.page(
                200,
                "Success",
                html -> html.open("p")
                        .text("You are now logged in as " + user.id() + ". ")
                        .element("a", "Go to the top page", "href", request.link(""))
                        .close());
    }

    private static NewAccount account(Request request) {
        var fields = request.parameters();
        var password = fields.first("password1", "");
        if (!password.equals(fields.first("password2", ""))) {
            throw Problem.badRequest("The two passwords are not the same");
        }
        return new NewAccount(
                fields.first("username", "").strip(),
                fields.first("fullname", ""),
                fields.first("email", ""),
                password);
    }

    private void form(Html html, Request request, String action) {
        pages.form(html, request, request.link(action), fields -> {
            field(fields, "username", "User name", "text", "username");
            field(fields, "password1", "Password", "password", "new-password");
            field(fields, "password2", "Password again", "password", "new-password");
            field(fields, "fullname", "Full name", "text", "name");
            field(fields, "email", "E-mail address", "email", "email");
            fields.element("button", "Create", "type", "submit");
        });
    }

    private static void field(Html html, String name, String label, String type, String autocomplete) {
        html.element("label", label, "for", name);
        html.single("input", "type", type, "id", name, "name", name, "autocomplete", autocomplete);
    }
}
