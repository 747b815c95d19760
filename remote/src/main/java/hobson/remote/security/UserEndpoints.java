package hobson.remote.security;

import hobson.engine.Refusal;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.remote.api.Api;
import hobson.remote.api.Shown;
import hobson.remote.form.SubmittedForm;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import org.jspecify.annotations.Nullable;

/**
 * {@code /user/ID/}, {@code /me/} and {@code /securityRealm/user/ID/}: one account (endpoints.md §10). Looking one up never creates one.
 */
final class UserEndpoints {
    private static final String ID = "user";

    private final Users users;
    private final Rules rules;
    private final Api api;
    private final Pages pages;

    UserEndpoints(Users users, Rules rules, Api api, Pages pages) {
        this.users = users;
        this.rules = rules;
        this.api = api;
        this.pages = pages;
    }

    void addTo(Places places, TokenEndpoints tokens) {
        addTo(places.user, tokens);
        addTo(places.me, tokens);
    }

    private void addTo(Place place, TokenEndpoints tokens) {
        api.at(place, (request, _) -> new Shown<>(UserSchema.USER, user(request)));
        place.exists(request -> !user(request).id().isEmpty())
                .index(this::page)
                .post("doDelete", this::delete)
                .post("submitDescription", this::describe)
                .only("POST", "configSubmit", this::configure)
                .child("descriptorByName/jenkins.security.ApiTokenProperty", tokens.place());
    }

    /** The account that a path means, for a caller who may see it. */
    User user(Request request) {
        var caller = Callers.of(request);
        rules.authorization().require(caller, Permission.READ); // some of the addresses are open to all
        var id = Match.of(request).find(ID).orElseGet(() -> own(caller));
        return users.find(id).orElseThrow(() -> Refusal.notFound("There is no user " + id));
    }

    private String own(Caller caller) {
        if (!caller.anonymous()) {
            return caller.name();
        }
        if (rules.authorization().secured()) {
            throw new Denied(caller, null);
        }
        throw Refusal.notFound("Nobody is logged in: security is off");
    }

    private Response page(Request request) {
        var user = user(request);
        return pages.page(200, user.fullName(), html -> {
            html.element("p", "User ID: " + user.id());
            paragraph(html, user.description());
        });
    }

    private Response delete(Request request) {
        users.delete(Callers.of(request), user(request).id());
        return Response.redirect("../..");
    }

    private Response describe(Request request) {
        var description = request.parameters().first("description", "");
        users.describe(Callers.of(request), user(request).id(), description);
        return Response.redirect(".");
    }

    private Response configure(Request request) {
        var form = SubmittedForm.of(request);
        var caller = Callers.of(request);
        var id = user(request).id();
        if (form.has("fullName")) {
            users.rename(caller, id, form.text("fullName"));
        }
        if (form.has("description")) {
            users.describe(caller, id, form.text("description"));
        }
        return Response.redirect(".");
    }

    private static void paragraph(Html html, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            html.element("p", text);
        }
    }
}
