package hobson.remote.security;

import hobson.engine.Refusal;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.export.Subject;
import hobson.http.PathText;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.http.route.RouteOption;
import hobson.remote.page.ApiAnswers;
import hobson.remote.page.Pages;
import hobson.remote.page.SubmittedForm;
import org.jspecify.annotations.Nullable;

/**
 * {@code /user/ID/}, {@code /me/} and {@code /securityRealm/user/ID/}: one account (endpoints.md §10). Looking one up never creates one.
 */
final class UserEndpoints {
    private static final String ID = "user";

    private final Users users;
    private final Authorization authorization;
    private final Readers readers;
    private final ApiAnswers answers;
    private final Pages pages;

    UserEndpoints(Users users, Authorization authorization, Readers readers, ApiAnswers answers, Pages pages) {
        this.users = users;
        this.authorization = authorization;
        this.readers = readers;
        this.answers = answers;
        this.pages = pages;
    }

    /** The place of one account, for all its addresses. */
    Place place(TokenEndpoints tokens) {
        var place = new Place("user")
                .exists(request -> {
                    user(request);
                    return true;
                })
                .index(this::page)
                .any("api", this::api, RouteOption.INLINE)
                .post("doDelete", this::delete)
                .any("submitDescription", this::describe)
                .only("POST", "configSubmit", this::configure);
        return place.child("descriptorByName/jenkins.security.ApiTokenProperty", tokens.place());
    }

    /** The account that a path below {@link #place} means, for a caller who may see it. */
    User user(Request request) {
        var caller = Callers.of(request);
        authorization.require(caller, Permission.READ); // some of the addresses are open to all
        var id = Match.of(request).find(ID).orElseGet(() -> own(caller));
        return users.find(id).orElseThrow(() -> Refusal.notFound("There is no user " + id));
    }

    private String own(Caller caller) {
        if (!caller.anonymous()) {
            return caller.name();
        }
        if (authorization.secured()) {
            throw new Denied(caller, null);
        }
        throw Refusal.notFound("Nobody is logged in: security is off");
    }

    private Response api(Request request) {
        var user = user(request);
        var reader = readers.of(request, "user/" + PathText.encode(user.id()) + "/");
        return answers.answer(request, new Subject<>(UserSchema.USER, user, reader));
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
        if (!request.isMethod("POST")) {
            return pages.postRequired(request);
        }
        var description = request.parameters().first("description", "");
        users.describe(Callers.of(request), user(request).id(), description);
        return Response.redirect(".");
    }

    private Response configure(Request request) {
        var form = SubmittedForm.of(request);
        var caller = Callers.of(request);
        var id = user(request).id();
        var name = form.path("fullName");
        if (name.isString()) {
            users.rename(caller, id, name.asString());
        }
        var description = form.path("description");
        if (description.isString()) {
            users.describe(caller, id, description.asString());
        }
        return Response.redirect(".");
    }

    private static void paragraph(hobson.remote.page.Html html, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            html.element("p", text);
        }
    }
}
