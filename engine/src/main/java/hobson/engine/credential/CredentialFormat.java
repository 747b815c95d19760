package hobson.engine.credential;

import org.jspecify.annotations.Nullable;

/** Reads and writes credentials and domains. Used by many threads; refuses with {@link hobson.engine.Refusal} ({@code BAD_INPUT}). */
public interface CredentialFormat {
    /** The fields of an XML document. */
    CredentialFields document(byte[] document);

    /**
     * The credential that the fields define; an id is made where they name none.
     *
     * @param before the one that is being replaced: a secret that is redacted is taken from there
     */
    Credential read(CredentialFields fields, @Nullable Credential before);

    /** A document without secrets. */
    byte[] write(Credential credential);

    CredentialDomain readDomain(CredentialFields fields);

    byte[] write(CredentialDomain domain);
}
