package hobson.engine.item;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Typed definitions of items, parsed from their documents when somebody needs them and kept while they are in use: at most
 * {@code capacity}, the least recently used one goes first.
 */
public final class Definitions {
    private record Parsed(long version, ItemDefinition definition) {}

    private final JobStore store;
    private final JobFormat format;
    private final Map<Long, Parsed> parsed;
    private int edition;

    public Definitions(JobStore store, JobFormat format, int capacity) {
        this.store = store;
        this.format = format;
        this.parsed = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Parsed> eldest) {
                return size() > capacity;
            }
        };
    }

    /** Reads the document if need be. */
    public JobDefinition of(Job job) {
        return (JobDefinition) of((Item) job);
    }

    /** The one that a build began with which is in progress, whatever the job was given since. Reads the store. */
    public JobDefinition of(Job job, int build) {
        return store.document(job.id(), build)
                .map(document -> (JobDefinition) format.read(document))
                .orElseGet(() -> of(job));
    }

    /** As {@link #of(Job)}. */
    public FolderDefinition of(Folder folder) {
        return (FolderDefinition) of((Item) folder);
    }

    private ItemDefinition of(Item item) {
        var known = known(item);
        if (known != null) {
            return known;
        }
        int before = edition();
        var definition = format.read(store.document(item.id()));
        remember(item, definition, before);
        return definition;
    }

    private int edition() {
        synchronized (parsed) {
            return edition;
        }
    }

    /** Unless documents are read in another way by now. */
    private void remember(Item item, ItemDefinition definition, int read) {
        synchronized (parsed) {
            if (read == edition) {
                parsed.put(item.id(), new Parsed(item.version(), definition));
            }
        }
    }

    /** Documents are read in another way from now on. */
    void forgetAll() {
        synchronized (parsed) {
            edition++;
            parsed.clear();
        }
    }

    /** Null when the document would have to be read. */
    public @Nullable JobDefinition inMemory(Job job) {
        return (JobDefinition) known(job);
    }

    /** As {@link #inMemory(Job)}. */
    public @Nullable FolderDefinition inMemory(Folder folder) {
        return (FolderDefinition) known(folder);
    }

    private @Nullable ItemDefinition known(Item item) {
        synchronized (parsed) {
            var known = parsed.get(item.id());
            return known != null && known.version == item.version() ? known.definition : null;
        }
    }

    void remember(Item item, ItemDefinition definition) {
        synchronized (parsed) {
            parsed.put(item.id(), new Parsed(item.version(), definition));
        }
    }

    void forget(long id) {
        synchronized (parsed) {
            parsed.remove(id);
        }
    }
}
