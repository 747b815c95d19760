package hobson.remote.security;

import hobson.engine.event.Change;
import hobson.engine.user.User;
import hobson.engine.user.UserStore;
import java.util.List;
import java.util.TreeMap;

/** A user store without a disk: correct, and gone at the end. */
final class AccountsInMemory implements UserStore {
    private final TreeMap<String, User> users = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    @Override
    public synchronized List<User> load() {
        return List.copyOf(users.values());
    }

    @Override
    public synchronized void save(User user, Change change) {
        users.put(user.id(), user);
    }

    @Override
    public synchronized void delete(String id, Change change) {
        users.remove(id);
    }
}
