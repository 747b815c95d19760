package hobson.client;

import java.util.List;

/** A part of a store: the global one, or one for some hosts. A handle: it need not exist. */
public final class CredentialDomain {
    private final Resource resource;

    CredentialDomain(Resource resource) {
        this.resource = resource;
    }

    public boolean exists() {
        return resource.exists();
    }

    public List<CredentialInfo> list() {
        return resource.tree("credentials[" + CredentialInfo.TREE + "]")
                .each("credentials")
                .map(CredentialInfo::of)
                .toList();
    }

    /** Credentials, whether they exist or not. */
    public Credential credential(String id) {
        return new Credential(resource.child("credential/" + ItemPath.encoded(id) + "/"), id);
    }

    /** @throws HobsonException.Conflict when there are some of that id */
    public Credential create(NewCredential credential) {
        create(credential.document());
        return credential(credential.id());
    }

    /** Creates what the document says. */
    public void create(String xml) {
        resource.post("createCredentials", Content.xml(xml));
    }

    /** Its definition; for whoever may manage domains. */
    public Document config() {
        return resource.config();
    }

    /** Makes it what the document says. */
    public void update(String xml) {
        resource.update(xml);
    }

    /** Deletes it with everything in it; the global one cannot be. */
    public void delete() {
        resource.connection()
                .send(new Call("DELETE", resource.address() + "config.xml", java.util.Map.of(), Content.NONE, null));
    }
}
