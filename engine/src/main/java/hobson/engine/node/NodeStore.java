package hobson.engine.node;

import hobson.engine.event.Change;
import java.util.List;

/**
 * Where the nodes live; the built-in one once it was configured. Methods are atomic, and have been written and synced when they
 * return; each change also appends one event.
 */
public interface NodeStore {
    List<Node> load();

    void create(Node node, Change change);

    /** Writes the node of that name anew. */
    void configure(Node node, Change change);

    /** The node of the name {@code from} is this one now. */
    void rename(String from, Node node, Change change);

    /** As {@link #configure}; only whether it is out of service, and why, has changed. */
    void mark(Node node, Change change);

    void delete(String name, Change change);
}
