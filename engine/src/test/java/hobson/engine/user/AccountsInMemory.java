package hobson.engine.user;

import hobson.engine.event.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A user store without a disk: correct, and gone at the end. */
class AccountsInMemory implements UserStore {
    private final TreeMap<String, User> users = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, TokenUse> uses = new HashMap<>();
    private final List<String> changes = new ArrayList<>();

    @Override
    public synchronized List<User> load() {
        return List.copyOf(users.values());
    }

    @Override
    public synchronized void save(User user, Change change) {
        users.put(user.id(), user);
        changes.add(change.by() + " saved " + user.id());
    }

    @Override
    public synchronized void delete(String id, Change change) {
        users.remove(id);
        changes.add(change.by() + " deleted " + id);
    }

    @Override
    public synchronized Map<String, TokenUse> tokenUses() {
        return Map.copyOf(uses);
    }

    @Override
    public synchronized void saveTokenUses(Map<String, TokenUse> changed, Set<String> gone) {
        uses.putAll(changed);
        uses.keySet().removeAll(gone);
    }

    synchronized List<String> changes() {
        return List.copyOf(changes);
    }
}
