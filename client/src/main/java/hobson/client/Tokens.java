package hobson.client;

import java.util.Map;

/** API tokens of a user, by which programs say who they are; they need no crumb. */
public final class Tokens {
    private final Resource resource;

    Tokens(Resource resource) {
        this.resource = resource;
    }

    /**
     * Makes another one. Only for oneself.
     *
     * @throws HobsonException.Forbidden for somebody else
     */
    public Token generate(String name) {
        var made = ok(resource.post("generateNewToken", Map.of("newTokenName", name)))
                .get("data");
        return new Token(made.text("tokenName"), made.text("tokenUuid"), made.text("tokenValue"));
    }

    public void rename(String id, String name) {
        var answer = resource.post("rename", Map.of("tokenUuid", id, "newName", name));
        if (answer.body().length > 0) {
            ok(answer);
        }
    }

    /** Makes it worthless at once. One that does not exist is none either. */
    public void revoke(String id) {
        resource.post("revoke", Map.of("tokenUuid", id));
    }

    /** Makes all of them worthless. */
    public void revokeAll() {
        resource.post("revokeAll", Map.of());
    }

    /** Refusals come as 200, with a word in the document (endpoints.md §10). */
    private static Json ok(Answer answer) {
        var json = answer.json();
        if (!json.text("status").equals("ok")) {
            throw new HobsonException.BadRequest(json.text("message"), answer.status(), 0, 0);
        }
        return json;
    }
}
