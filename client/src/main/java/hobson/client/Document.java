package hobson.client;

import java.util.Optional;

/**
 * A definition as it was read: change its text and hand it back, and nothing that somebody else changed meanwhile is lost.
 *
 * @param read the text as it was on the server
 * @param version its {@code ETag}; nothing from servers that have none. Only Hobson has
 */
public record Document(String text, String read, Optional<String> version) {

    /** The same version with another text. */
    public Document withText(String changed) {
        return new Document(changed, read, version);
    }
}
