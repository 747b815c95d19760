package hobson.engine.view;

import hobson.engine.event.Change;
import java.util.Locale;
import java.util.Map;

/** Where views live that no folder has. Methods are atomic, and have been written and synced when they return. */
public interface ViewStore {
    /** What the views of a user are kept under. */
    static String user(String id) {
        return "user:" + id.toLowerCase(Locale.ROOT);
    }

    /** Documents of sets of views, by owner. */
    Map<String, byte[]> load();

    /**
     * Writes all views of an owner, and appends one event.
     *
     * @param changed the name of the view that is new, other than before, or gone
     */
    void save(String owner, byte[] views, String changed, Change change);

    /** Forgets the views of an owner who is gone; does nothing when there are none. */
    void delete(String owner, Change change);
}
