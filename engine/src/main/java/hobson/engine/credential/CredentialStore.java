package hobson.engine.credential;

import hobson.engine.event.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where credentials live. Methods are atomic, and have been written and synced when they return; each change also appends one event.
 * Secrets come encrypted.
 */
public interface CredentialStore {
    /** Domains first, the credentials of each domain in the order in which they were added. */
    Loaded load();

    record Loaded(List<OwnedDomain> domains, List<OwnedCredential> credentials) {}

    record OwnedDomain(CredentialOwner owner, CredentialDomain domain) {}

    record OwnedCredential(CredentialOwner owner, String domain, Credential credential) {}

    /**
     * Writes a credential.
     *
     * @param before where it was until now, whose place in the order it keeps in the same domain; null for a new one
     */
    void save(CredentialAddress address, Credential credential, @Nullable CredentialAddress before, Change change);

    void delete(CredentialAddress address, Change change);

    /** @param before the name that it had until now; null for a new one. Its credentials follow it. */
    void save(CredentialOwner owner, CredentialDomain domain, @Nullable String before, Change change);

    /** With its credentials. */
    void deleteDomain(CredentialOwner owner, String domain, Change change);

    /** The owner is gone: so is all that it had. */
    void deleteOwner(CredentialOwner owner, Change change);
}
