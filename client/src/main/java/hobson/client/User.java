package hobson.client;

import java.util.Map;

/** An account. A handle: it need not exist. */
public final class User {
    private final Resource resource;

    User(Resource resource) {
        this.resource = resource;
    }

    /** @throws HobsonException.NotFound when there is none */
    public UserInfo info() {
        return UserInfo.of(resource.tree(UserInfo.TREE));
    }

    public boolean exists() {
        return resource.exists();
    }

    /** Says something about them. */
    public void describe(String description) {
        resource.post("submitDescription", Map.of("description", description));
    }

    /** @throws HobsonException.BadRequest when it is the caller's own */
    public void delete() {
        resource.post("doDelete", Map.of("Submit", "Yes"));
    }

    /** What the user has in place of a password. */
    public Tokens tokens() {
        return new Tokens(resource.child("descriptorByName/jenkins.security.ApiTokenProperty/"));
    }

    /** The user's own views, which nobody else sees; servers answer for each of them, and have no list. */
    public Views views() {
        return new Views(resource.child("my-views/"));
    }

    /** The user's own credentials, which nobody else sees. */
    public CredentialStore credentials() {
        return new CredentialStore(resource.child("credentials/store/user/"));
    }
}
