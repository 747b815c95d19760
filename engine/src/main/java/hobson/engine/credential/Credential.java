package hobson.engine.credential;

import hobson.engine.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A secret with a name. Immutable; its secret parts stay encrypted until a build needs them.
 *
 * @param id by which jobs name it, unique in its domain
 */
public record Credential(String id, Scope scope, @Nullable String description, Content content) {
    private static final int LONGEST_ID = 255;

    public Credential {
        if (!isId(id)) {
            throw new IllegalArgumentException("not an id: " + id);
        }
    }

    /** Whether that can be the id of a credential: it has to fit into an address. */
    public static boolean isId(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_ID
                && !List.of(".", "..").contains(text)
                && text.chars().noneMatch(c -> Character.isISOControl(c) || c == '/' || c == '\\');
    }

    /** Who may use a credential. */
    public enum Scope {
        /** The jobs below the owner of the store, and the server. */
        GLOBAL,
        /** The server alone: nodes, not jobs. */
        SYSTEM,
        /** The user whose store it is in. */
        USER
    }

    /** What is kept. */
    public sealed interface Content {}

    /** @param usernameSecret whether the name is a secret too */
    public record UsernamePassword(String username, Secret password, boolean usernameSecret) implements Content {}

    public record SecretText(Secret secret) implements Content {}

    /** @param fileName a plain name, never a path */
    public record SecretFile(String fileName, Secret bytes) implements Content {}

    /**
     * A user name and private keys in PEM form.
     *
     * @param passphrase of the key; empty for none
     */
    public record SshKey(String username, boolean usernameSecret, Secret passphrase, Secret privateKey)
            implements Content {}

    /**
     * A PKCS#12 key store.
     *
     * @param subject of its first certificate
     */
    public record Certificate(String subject, Secret keyStore, Secret password) implements Content {}
}
