package hobson.engine.user;

import hobson.engine.event.Change;
import java.util.List;

/** Where accounts live. Methods are atomic, and have been written and synced when they return; each change also appends one event. */
public interface UserStore {
    List<User> load();

    /** Adds the account or writes it anew. */
    void save(User user, Change change);

    void delete(String id, Change change);
}
