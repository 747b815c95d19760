package hobson.engine.user;

import hobson.engine.event.Change;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where accounts live. Methods are atomic, and have been written and synced when they return; each change also appends one event. */
public interface UserStore {
    List<User> load();

    /** Adds the account or writes it anew. */
    void save(User user, Change change);

    /** With the credentials and the views that the user has. */
    void delete(String id, Change change);

    /** How the tokens were used, by their uuid. */
    Map<String, TokenUse> tokenUses();

    /** Writes some uses anew and forgets others. This is no change of an account: it appends no event. */
    void saveTokenUses(Map<String, TokenUse> uses, Set<String> gone);
}
