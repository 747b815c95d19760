package hobson.engine.user;

import hobson.engine.event.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A store of accounts whose belongings go with them: the next one of that id has none. The store of the accounts takes all that
 * is written of them along; here those are told who have it in memory, too.
 */
public final class UsersWithBelongings implements UserStore {
    private final UserStore users;
    private final List<Belongings> belongings;

    public UsersWithBelongings(UserStore users, Belongings... belongings) {
        this.users = users;
        this.belongings = List.of(belongings);
    }

    /** Something that accounts have, kept elsewhere. */
    @FunctionalInterface
    public interface Belongings {
        /** The account of that id is gone; what was added while it went has been forgotten, too, when it returns. */
        void forget(String id, Change change);
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
        users.delete(id, change); // first: when it fails, nothing is lost
        belongings.forEach(each -> each.forget(id, change));
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
