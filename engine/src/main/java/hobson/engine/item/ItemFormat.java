package hobson.engine.item;

import hobson.engine.user.Permission;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Reads and edits the documents that define items. Stateless, called concurrently, bounded in time and memory whatever the
 * document contains. Refuses with {@link hobson.engine.Refusal} ({@code BAD_INPUT}, naming line and column where it can).
 */
public interface ItemFormat {
    ItemDefinition read(byte[] document);

    /** The document of a new, empty item of that kind; refuses a kind that it does not know. */
    byte[] blank(String kind);

    byte[] withDescription(byte[] document, String description);

    byte[] withDisabled(byte[] document, boolean disabled);

    byte[] withDisplayName(byte[] document, @org.jspecify.annotations.Nullable String displayName);

    /** The document with every secret that is known as one, and that is not empty, replaced by what becomes of it. */
    byte[] withSecrets(byte[] document, UnaryOperator<String> change);

    /** The document with every secret replaced by asterisks. */
    byte[] masked(byte[] document);

    /** The document with these permissions granted to a user besides those that it grants already. */
    byte[] withGrant(byte[] document, String user, Set<Permission> permissions);

    /** The document after a job that it may name was renamed; the same array when it names none. */
    byte[] withRenamedReference(byte[] document, ItemPath owner, ItemPath from, ItemPath to);
}
