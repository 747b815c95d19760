package hobson.engine.credential;

import java.util.Optional;

/** What somebody sent to define a credential or a domain, in whichever form: an object with fields. */
public interface CredentialFields {
    /** The class that it says it is; empty when it says none. */
    String kind();

    Optional<String> text(String field);

    /** Whether the field holds, in place of a secret, the mark that answers have there. */
    boolean isRedacted(String field);

    Optional<CredentialFields> child(String field);

    /** The objects in a field that holds a list. */
    Iterable<CredentialFields> children(String field);

    /** The file that came with the form and that the field names. */
    Optional<SentFile> file(String field);

    /** @param name as the sender calls it: anything */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record SentFile(String name, byte[] bytes) {}
}
