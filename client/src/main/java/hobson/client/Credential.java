package hobson.client;

/** A secret that the server keeps. A handle: it need not exist, and never tells the secret. */
public final class Credential {
    private final Resource resource;
    private final String id;

    Credential(Resource resource, String id) {
        this.resource = resource;
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** @throws HobsonException.NotFound when there is none */
    public CredentialInfo info() {
        return CredentialInfo.of(resource.tree(CredentialInfo.TREE));
    }

    public boolean exists() {
        return resource.exists();
    }

    /** Its definition, with {@code <secret-redacted/>} where the secret is; sent back, that means the same secret. */
    public Document config() {
        return resource.config();
    }

    /** Makes it what the document says. */
    public void update(String xml) {
        resource.update(xml);
    }

    /** Makes it that, of the same id. */
    public void update(NewCredential credential) {
        update(credential.document());
    }

    public void delete() {
        resource.delete();
    }

    @Override
    public String toString() {
        return id;
    }
}
