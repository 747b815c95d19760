package hobson.remote.user;

import hobson.engine.user.ApiToken;
import hobson.engine.user.ApiTokens;
import hobson.engine.user.TokenUses;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.security.Accounts;
import hobson.remote.security.Callers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The page of an account's API tokens: which there are, when each was used last, and forms to make, rename and revoke them. */
final class TokenPages {
    private final FoundUsers found;
    private final ApiTokens tokens;
    private final TokenUses uses;
    private final Pages pages;

    TokenPages(FoundUsers found, Accounts accounts, Pages pages) {
        this.found = found;
        this.tokens = accounts.tokens();
        this.uses = accounts.tokenUses();
        this.pages = pages;
    }

    Place place() {
        return new Place("tokens on a page")
                .index(this::list)
                .post("createToken", this::create)
                .post("renameToken", this::rename)
                .post("revokeToken", this::revoke);
    }

    private Response list(Request request) {
        var user = found.ofOneself(request);
        return pages.page(200, "API tokens of " + user.fullName(), html -> {
            html.element("p", "A program sends an API token in place of the password. Revoke those that nobody uses.");
            if (user.tokens().isEmpty()) {
                html.element("p", "There are none yet.");
            } else {
                html.open("ul");
                user.tokens().forEach(token -> item(html, request, token));
                html.close();
            }
            if (found.isOneself(request, user)) {
                html.element("h2", "A new token");
                pages.form(html, request, "createToken", fields -> {
                    fields.element("label", "What is it for?", "for", "newTokenName");
                    fields.single("input", "type", "text", "id", "newTokenName", "name", "newTokenName");
                    fields.element("button", "Make the token", "type", "submit");
                });
            }
        });
    }

    private void item(Html html, Request request, ApiToken token) {
        html.open("li").element("strong", token.name());
        html.text(", made " + time(token.created()) + ", " + use(token) + ".");
        pages.form(html, request, "renameToken", fields -> {
            var id = "name-" + token.uuid();
            uuid(fields, token);
            fields.element("label", "New name", "for", id);
            fields.single("input", "type", "text", "id", id, "name", "newName", "value", token.name());
            fields.element("button", "Rename", "type", "submit");
        });
        pages.form(html, request, "revokeToken", fields -> {
            uuid(fields, token);
            fields.element("button", "Revoke " + token.name(), "type", "submit");
        });
        html.close();
    }

    private String use(ApiToken token) {
        return uses.of(token)
                .map(use ->
                        "used " + (use.count() == 1 ? "once" : use.count() + " times") + ", last " + time(use.last()))
                .orElse("never used");
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void uuid(Html html, ApiToken token) {
        html.single("input", "type", "hidden", "name", "tokenUuid", "value", token.uuid());
    }

    private Response create(Request request) {
        var user = found.of(request);
        var name = request.parameters().first("newTokenName", "");
        var made = tokens.generate(Callers.of(request), user.id(), name);
        return pages.page(200, "The new token " + made.token().name(), html -> {
                    html.element("p", "Copy it now: it is shown this once, and kept nowhere.", "role", "alert");
                    html.open("p").element("code", made.value()).close();
                    html.open("p").element("a", "All tokens", "href", ".").close();
                })
                .with("Cache-Control", "no-store");
    }

    private Response rename(Request request) {
        var user = found.of(request);
        tokens.rename(
                Callers.of(request),
                user.id(),
                request.parameters().first("tokenUuid", ""),
                request.parameters().first("newName", ""));
        return Response.redirect(".");
    }

    private Response revoke(Request request) {
        var user = found.of(request);
        tokens.revoke(Callers.of(request), user.id(), request.parameters().first("tokenUuid", ""));
        return Response.redirect(".");
    }
}
