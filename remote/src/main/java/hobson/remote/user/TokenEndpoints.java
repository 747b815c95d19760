package hobson.remote.user;

import static hobson.remote.page.JsonText.quoted;

import hobson.engine.Refusal;
import hobson.engine.user.ApiToken;
import hobson.engine.user.ApiTokens;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.security.Callers;

/** {@code …/descriptorByName/jenkins.security.ApiTokenProperty/…}: the tokens of one account (security.md §2.3). */
final class TokenEndpoints {
    private final ApiTokens tokens;
    private final FoundUsers found;

    TokenEndpoints(ApiTokens tokens, FoundUsers found) {
        this.tokens = tokens;
        this.found = found;
    }

    Place place() {
        return new Place("tokens")
                .post("generateNewToken", this::generate)
                .post("addFixedToken", this::addFixed)
                .post("rename", this::rename)
                .post("revoke", this::revoke)
                .post("revokeAll", this::revokeAll)
                .post("revokeAllExcept", this::revokeAllExcept);
    }

    private Response generate(Request request) {
        var name = request.parameters().first("newTokenName", "");
        var made = tokens.generate(Callers.of(request), found.of(request).id(), name);
        return added(made.token(), ",\"tokenValue\":" + quoted(made.value())).with("Cache-Control", "no-store");
    }

    private Response addFixed(Request request) {
        var parameters = request.parameters();
        var token = tokens.addFixed(
                Callers.of(request),
                found.of(request).id(),
                parameters.first("newTokenName", ""),
                parameters.first("newTokenPlainValue", ""));
        return added(token, "");
    }

    private Response rename(Request request) {
        var owner = owner(request);
        var newName = request.parameters().first("newName", "");
        if (newName.isBlank()) {
            return error("The name cannot be empty");
        }
        var uuid = uuid(request);
        try {
            tokens.rename(Callers.of(request), owner, uuid, newName);
            return Response.of(200);
        } catch (Refusal refusal) {
            return error(String.valueOf(refusal.getMessage()));
        }
    }

    private Response revoke(Request request) {
        tokens.revoke(Callers.of(request), owner(request), uuid(request));
        return Response.of(200);
    }

    private Response revokeAll(Request request) {
        tokens.revokeAll(Callers.of(request), owner(request));
        return Response.of(200);
    }

    private Response revokeAllExcept(Request request) {
        tokens.revokeAllExcept(Callers.of(request), owner(request), uuid(request));
        return Response.of(200);
    }

    /** Asked before anything else is looked at. */
    private String owner(Request request) {
        return found.ofOneself(request).id();
    }

    private static String uuid(Request request) {
        var uuid = request.parameters().first("tokenUuid", "");
        if (uuid.isBlank()) {
            throw Problem.badRequest("The tokenUuid cannot be empty");
        }
        return uuid;
    }

    private static Response added(ApiToken token, String more) {
        return json("{\"status\":\"ok\",\"data\":{\"tokenName\":" + quoted(token.name()) + ",\"tokenUuid\":"
                + quoted(token.uuid()) + more + "}}");
    }

    /** A success by its status: that is how the page that this was made for learns of errors. */
    private static Response error(String message) {
        return json("{\"status\":\"error\",\"message\":" + quoted(message) + "}");
    }

    private static Response json(String text) {
        return Response.ok(ContentType.JSON, Body.text(text));
    }
}
