package hobson.engine.credential;

import java.util.Locale;

/**
 * Whose store it is.
 *
 * @param key the folder's number, the user's id in lower case, or empty
 */
public record CredentialOwner(Kind kind, String key) {
    public static final CredentialOwner SYSTEM = new CredentialOwner(Kind.SYSTEM, "");

    /** The kinds of owners. */
    public enum Kind {
        SYSTEM,
        FOLDER,
        USER
    }

    public static CredentialOwner folder(long id) {
        return new CredentialOwner(Kind.FOLDER, Long.toString(id));
    }

    public static CredentialOwner user(String id) {
        return new CredentialOwner(Kind.USER, id.toLowerCase(Locale.ROOT));
    }

    /** As it is written down: {@code system:}, {@code folder:7}, {@code user:ann}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + key;
    }

    /** What {@link #toString} wrote. */
    public static CredentialOwner of(String text) {
        int colon = text.indexOf(':');
        return new CredentialOwner(
                Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }
}
