package hobson.engine.credential;

/**
 * Where a credential is.
 *
 * @param domain name of the domain, empty for the global one
 */
public record CredentialAddress(CredentialOwner owner, String domain, String id) {
    CredentialAddress withId(String other) {
        return new CredentialAddress(owner, domain, other);
    }
}
