package hobson.engine.item;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Typed definitions of jobs, parsed from their documents when somebody needs them and kept while they are in use: at most
 * {@code capacity}, the least recently used one goes first.
 */
public final class Definitions {
    private record Parsed(long version, JobDefinition definition) {}

    private final JobStore store;
    private final JobFormat format;
    private final Map<Long, Parsed> parsed;

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
        var known = inMemory(job);
        if (known != null) {
            return known;
        }
        var definition = format.read(store.document(job.id()));
        remember(job, definition);
        return definition;
    }

    /** Null when the document would have to be read. */
    public @Nullable JobDefinition inMemory(Job job) {
        synchronized (parsed) {
            var known = parsed.get(job.id());
            return known != null && known.version == job.version() ? known.definition : null;
        }
    }

    void remember(Job job, JobDefinition definition) {
        synchronized (parsed) {
            parsed.put(job.id(), new Parsed(job.version(), definition));
        }
    }

    void forget(long id) {
        synchronized (parsed) {
            parsed.remove(id);
        }
    }
}
