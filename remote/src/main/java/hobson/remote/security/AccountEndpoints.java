package hobson.remote.security;

import hobson.engine.Refusal;
import hobson.engine.user.NewAccount;
import hobson.engine.user.Permission;
import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.http.Handler;
import hobson.http.PathText;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.util.function.Function;

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
                        .index(forAdministrators(this::list))
                        .any("addUser", forAdministrators(this::addUserPage))
                        .post("createAccountByAdmin", forAdministrators(this::create))
                        .post("createAccount", this::signUp)
                        .post("createFirstAccount", this::createFirst));
    }

    private Handler forAdministrators(Handler handler) {
        return request -> {
            rules.authorization().require(Callers.of(request), Permission.ADMINISTER);
            return handler.handle(request);
        };
    }

    private Response list(Request request) {
        return pages.page(200, "Users", html -> {
            html.open("ul");
            for (var user : users.all()) {
                var address = request.link("user/" + PathText.encode(user.id()) + "/");
                html.open("li").element("a", user.fullName(), "href", address);
                html.text(" (" + user.id() + ")").close();
            }
            html.close().open("p");
            html.element("a", "Create a user", "href", request.link("securityRealm/addUser"))
                    .close();
        });
    }

    private Response addUserPage(Request request) {
        return pages.page(200, "Create a user", html -> form(html, request, "securityRealm/createAccountByAdmin"));
    }

    private Response create(Request request) {
        return opened(
                request,
                "Create a user",
                "securityRealm/createAccountByAdmin",
                account -> users.create(Callers.of(request), account),
                _ -> Response.redirect("."));
    }

    private Response signUpPage(Request request) {
        if (!rules.signupAllowed()) {
            return pages.notFound(request);
        }
        return pages.page(200, "Create an account", html -> form(html, request, "securityRealm/createAccount"));
    }

    private Response signUp(Request request) {
        if (!rules.signupAllowed()) {
            return pages.plain(request, 401, "User sign up is prohibited");
        }
        return opened(
                request,
                "Create an account",
                "securityRealm/createAccount",
                users::signUp,
                user -> welcome(request, user));
    }

    /** A server with security makes its first account itself, before strangers can; without security everybody may make it. */
    private Response createFirst(Request request) {
        if (rules.authorization().secured() || !users.all().isEmpty()) {
            return pages.plain(request, 401, "First user was already created");
        }
        return opened(
                request,
                "Create the first user",
                "securityRealm/createFirstAccount",
                users::createFirst,
                user -> welcome(request, user));
    }

    /** Logs the new user in. */
    private Response welcome(Request request, User user) {
        LoginSessions.begin(request, user);
        return pages.page(
                200,
                "Success",
                html -> html.open("p")
                        .text("You are now logged in as " + user.id() + ". ")
                        .element("a", "Go to the top page", "href", request.link(""))
                        .close());
    }

    /** Opens the account that the form asks for; or shows the form again, with what is wrong with it. */
    private Response opened(
            Request request,
            String title,
            String action,
            Function<NewAccount, User> opening,
            Function<User, Response> answer) {
        try {
            return answer.apply(opening.apply(account(request)));
        } catch (Refusal refusal) {
            var sentence = String.valueOf(refusal.getMessage());
            return pages.page(400, title, html -> {
                        html.element("p", sentence, "role", "alert");
                        form(html, request, action);
                    })
                    .with("X-Error", sentence);
        }
    }

    private static NewAccount account(Request request) {
        var fields = request.parameters();
        var password = fields.first("password1", "");
        if (!password.equals(fields.first("password2", ""))) {
            throw Refusal.badInput("The two passwords are not the same");
        }
        return new NewAccount(
                fields.first("username", "").strip(),
                fields.first("fullname", ""),
                fields.first("email", ""),
                password);
    }

    private void form(Html html, Request request, String action) {
        pages.form(html, request, request.link(action), fields -> {
            field(fields, request, "username", "User name", "text", "username");
            field(fields, request, "password1", "Password", "password", "new-password");
            field(fields, request, "password2", "Password again", "password", "new-password");
            field(fields, request, "fullname", "Full name", "text", "name");
            field(fields, request, "email", "E-mail address", "email", "email");
            fields.element("button", "Create", "type", "submit");
        });
    }

    /** With what was typed before, unless it is a password. */
    private static void field(Html html, Request request, String name, String label, String type, String autocomplete) {
        html.element("label", label, "for", name);
        boolean typed = request.isMethod("POST") && !type.equals("password");
        var value = typed ? request.parameters().first(name, "") : "";
        html.single("input", "type", type, "id", name, "name", name, "value", value, "autocomplete", autocomplete);
    }
}
