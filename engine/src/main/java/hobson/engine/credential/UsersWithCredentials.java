package hobson.engine.credential;

import hobson.engine.event.Change;
import hobson.engine.user.TokenUse;
import hobson.engine.user.User;
import hobson.engine.user.UserStore;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store of accounts whose credentials go with them: the next one of that id has none. */
public final class UsersWithCredentials implements UserStore {
    private final UserStore users;
    private final CredentialStores credentials;

    public UsersWithCredentials(UserStore users, CredentialStores credentials) {
        this.users = users;
        this.credentials = credentials;
    }

    @Override
    public List<User> load() {
        return users.load();
    }

    @Override
    public void save(User user, Change change) {
        users.save(user, change);
    }

    @Override
    public void delete(String id, Change change) {
        credentials.forget(CredentialOwner.user(id)); // first: what is left after a crash is an account without
        users.delete(id, change);
    }

    @Override
    public Map<String, TokenUse> tokenUses() {
        return users.tokenUses();
    }

    @Override
    public void saveTokenUses(Map<String, TokenUse> uses, Set<String> gone) {
        users.saveTokenUses(uses, gone);
    }
}
