package hobson.engine.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account. Immutable.
 *
 * @param id as it was first written; looked up without regard to letter case
 * @param authorizedKeys public SSH keys, one a line, as in {@code authorized_keys}
 * @param passwordHash in the form of the server's password hash; null: no password opens this account
 * @param seed changes whenever sessions and remembered logins must end
 */
public record User(
        String id,
        String fullName,
        @Nullable String description,
        @Nullable String email,
        @Nullable String authorizedKeys,
        @Nullable String passwordHash,
        String seed,
        List<ApiToken> tokens) {
    public User {
        tokens = List.copyOf(tokens);
    }

    public User withPassword(String passwordHash, String seed) {
        return new User(id, fullName, description, email, authorizedKeys, passwordHash, seed, tokens);
    }

    public User withTokens(List<ApiToken> tokens) {
        return new User(id, fullName, description, email, authorizedKeys, passwordHash, seed, tokens);
    }

    /** With all that the change says, but for the password. */
    User with(UserChange change) {
        return new User(
                id,
                change.fullName() == null || change.fullName().isEmpty() ? fullName : change.fullName(),
                change.description() == null ? description : change.description(),
                change.email() == null ? email : nothingIfEmpty(change.email()),
                change.authorizedKeys() == null ? authorizedKeys : nothingIfEmpty(change.authorizedKeys()),
                passwordHash,
                seed,
                tokens);
    }

    private static @Nullable String nothingIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
