package hobson.remote.user;

import hobson.engine.user.UserChange;
import hobson.engine.user.Users;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.form.SubmittedForm;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.security.Callers;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed about an account: by {@code configSubmit}, as the form of Jenkins and the page here send it, and by
 * {@code submitDescription}.
 */
final class UserSettings {
    private final FoundUsers found;
    private final Users users;
    private final Pages pages;

    UserSettings(FoundUsers found, Users users, Pages pages) {
        this.found = found;
        this.users = users;
        this.pages = pages;
    }

    Response describe(Request request) {
        var description = request.parameters().first("description", "");
        users.describe(Callers.of(request), found.of(request).id(), description);
        return Response.redirect(".");
    }

    Response submit(Request request) {
        var user = found.ofOneself(request);
        var form = SubmittedForm.of(request);
        var change = new UserChange(
                value(request, form, "fullName", "fullName"),
                value(request, form, "description", "description"),
                value(request, form, "address", "email.address"),
                value(request, form, "authorizedKeys", "authorizedKeys"),
                password(request, form));
        users.configure(Callers.of(request), user.id(), change);
        return Response.redirect(".");
    }

    /** Null when none was typed: then the old one stays. */
    private static @Nullable String password(Request request, SubmittedForm form) {
        var password = value(request, form, "password", "user.password");
        if (password == null || password.isEmpty()) {
            return null;
        }
        if (!password.equals(value(request, form, "password2", "user.password2"))) {
            throw Problem.badRequest("Please confirm the password by typing it twice");
        }
        return password;
    }

    /** A setting is in the form's object or in one of the {@code userProperty}s in it, or else a field of its own. */
    private static @Nullable String value(Request request, SubmittedForm form, String name, String field) {
        return form.find(name).or(() -> request.parameters().first(field)).orElse(null);
    }

    Response page(Request request) {
        var user = found.ofOneself(request);
        return pages.page(200, "Settings of " + user.fullName(), html -> {
            pages.form(html, request, "configSubmit", fields -> {
                fields.single("input", "type", "hidden", "name", "json", "value", "{}");
                input(fields, "fullName", "Full name", "text", user.fullName(), "name");
                area(fields, "description", "Description", user.description());
                input(fields, "email.address", "E-mail address", "email", user.email(), "email");
                area(fields, "authorizedKeys", "Public SSH keys, one a line", user.authorizedKeys());
                fields.element("h2", "New password");
                fields.element("p", "Leave both fields empty to keep the old one. A new one ends all your sessions.");
                input(fields, "user.password", "Password", "password", "", "new-password");
                input(fields, "user.password2", "Password again", "password", "", "new-password");
                fields.element("button", "Save", "type", "submit");
            });
            html.open("p").element("a", "API tokens", "href", "security/").close();
        });
    }

    private static void input(
            Html html, String name, String label, String type, @Nullable String value, String autocomplete) {
        html.element("label", label, "for", name);
        var text = value == null ? "" : value;
        html.single("input", "type", type, "id", name, "name", name, "value", text, "autocomplete", autocomplete);
    }

    private static void area(Html html, String name, String label, @Nullable String value) {
        html.element("label", label, "for", name);
        html.element("textarea", value == null ? "" : value, "id", name, "name", name, "rows", "4");
    }
}
