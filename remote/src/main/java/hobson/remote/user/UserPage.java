package hobson.remote.user;

import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.security.Callers;

/** The page of an account, and its end. */
final class UserPage {
    private final FoundUsers found;
    private final Users users;
    private final Pages pages;

    UserPage(FoundUsers found, Users users, Pages pages) {
        this.found = found;
        this.users = users;
        this.pages = pages;
    }

    Response show(Request request) {
        var user = found.of(request);
        return pages.page(200, user.fullName(), html -> {
            html.element("p", "User ID: " + user.id());
            var description = user.description();
            if (description != null && !description.isBlank()) {
                html.element("p", description);
            }
            html.open("nav", "aria-label", "User").open("ul");
            if (found.mayConfigure(request, user)) {
                item(html, "configure", "Settings");
                item(html, "security/", "API tokens");
            }
            if (mayDelete(request, user)) {
                item(html, "delete", "Delete the account");
            }
            item(html, "api/", "API");
            html.close().close();
        });
    }

    Response confirmDeletion(Request request) {
        var user = found.ofOneself(request);
        return pages.page(200, "Delete " + user.fullName(), html -> {
            html.element("p", "The account and its API tokens end at once. What it has done stays.");
            pages.form(
                    html,
                    request,
                    "doDelete",
                    fields -> fields.element("button", "Delete the account", "type", "submit"));
        });
    }

    Response delete(Request request) {
        users.delete(Callers.of(request), found.of(request).id());
        return Response.redirect("../..");
    }

    private boolean mayDelete(Request request, User user) {
        return found.mayConfigure(request, user) && !found.isOneself(request, user);
    }

    private static void item(Html html, String href, String text) {
        html.open("li").element("a", text, "href", href).close();
    }
}
