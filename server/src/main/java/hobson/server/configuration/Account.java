package hobson.server.configuration;

import org.jspecify.annotations.Nullable;

/**
 * An account that the file asks for. Prints without its password.
 *
 * @param password in clear, or a hash that begins with {@code #jbcrypt:}; null: no password opens it
 */
public record Account(
        String id,
        String fullName,
        @Nullable String password,
        @Nullable String description,
        @Nullable String email) {
    @Override
    public String toString() {
        return "account " + id;
    }
}
