package hobson.engine.user;

/**
 * A new token together with its text, which is shown to its owner once and kept nowhere.
 *
 * @param value what the owner sends in place of a password
 */
public record GeneratedToken(ApiToken token, String value) {
    @Override
    public String toString() {
        return "GeneratedToken[" + token.uuid() + "]";
    }
}
