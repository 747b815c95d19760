package hobson.engine.user;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account. Immutable.
 *
 * @param id as it was first written; looked up without regard to letter case
 * @param passwordHash in the form of the server's password hash; null: no password opens this account
 * @param seed changes whenever sessions and remembered logins must end
 */
public record User(
        String id,
        String fullName,
        @Nullable String description,
        @Nullable String email,
        @Nullable String passwordHash,
        String seed,
        List<ApiToken> tokens) {
    public User {
        tokens = List.copyOf(tokens);
    }

    public User withDescription(@Nullable String description) {
        return new User(id, fullName, description, email, passwordHash, seed, tokens);
    }

    public User withPassword(String passwordHash, String seed) {
        return new User(id, fullName, description, email, passwordHash, seed, tokens);
    }

    public User withFullName(String fullName) {
        return new User(id, fullName, description, email, passwordHash, seed, tokens);
    }

    public User withTokens(List<ApiToken> tokens) {
        return new User(id, fullName, description, email, passwordHash, seed, tokens);
    }
}
