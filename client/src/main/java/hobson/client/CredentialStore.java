package hobson.client;

import java.util.List;

/**
 * Where secrets are kept: the server's, a folder's or a user's store. Its own methods are those of its global domain. A Jenkins needs the
 * plug-in for credentials.
 */
public final class CredentialStore {
    private static final String GLOBAL = "_";

    private final Resource resource;

    CredentialStore(Resource resource) {
        this.resource = resource;
    }

    /** The names of its domains; the global one's is {@code _}. */
    public List<String> domains() {
        return List.copyOf(resource.tree("domains[*]").get("domains").members().keySet());
    }

    /** A domain, whether it exists or not. */
    public CredentialDomain domain(String name) {
        return new CredentialDomain(resource.child("domain/" + ItemPath.encoded(name) + "/"));
    }

    /** The one for all hosts. */
    public CredentialDomain global() {
        return domain(GLOBAL);
    }

    /** @throws HobsonException.Conflict when there is one of that name */
    public CredentialDomain createDomain(String name, String description) {
        var type = "com.cloudbees.plugins.credentials.domains.Domain";
        resource.post(
                "createDomain",
                Content.xml(Element.around(type, Element.of("name", name) + Element.of("description", description))));
        return domain(name);
    }

    public List<CredentialInfo> list() {
        return global().list();
    }

    /** Credentials, whether they exist or not. */
    public Credential credential(String id) {
        return global().credential(id);
    }

    /** @throws HobsonException.Conflict when there are some of that id */
    public Credential create(NewCredential credential) {
        return global().create(credential);
    }

    /** Creates what the document says. */
    public void create(String xml) {
        global().create(xml);
    }
}
