package hobson.engine.view;

import hobson.engine.event.Change;
import java.util.List;

/** Where views live. Methods are atomic, and have been written and synced when they return; each change also appends one event. */
public interface ViewStore {
    List<ListView> load();

    /** Adds the view, or writes the one of that name anew. */
    void save(ListView view, Change change);

    void delete(String name, Change change);
}
