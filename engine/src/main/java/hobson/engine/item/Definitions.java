package hobson.engine.item;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Typed definitions of items, parsed from their documents when somebody needs them and kept while they are in use: at most
 * {@code capacity}, and of documents that have {@value #MOST_BYTES} bytes together; the least recently used one goes first.
 */
public final class Definitions {
    private static final long MOST_BYTES = 64L << 20;

    /** @param bytes of its document, to which what is made of it is in proportion */
    private record Parsed(long version, ItemDefinition definition, int bytes) {}

    private final ItemStore store;
    private final ItemFormat format;
    private final int capacity;
    private final LinkedHashMap<Long, Parsed> parsed = new LinkedHashMap<>(16, 0.75f, true);
    /** Of all of {@link #parsed}. */
    private long bytes;

    private int edition;

    public Definitions(ItemStore store, ItemFormat format, int capacity) {
        this.store = store;
        this.format = format;
        this.capacity = capacity;
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
        var document = store.document(item.id());
        var definition = format.read(document);
        remember(item, definition, document.length, before);
        return definition;
    }

    private int edition() {
        synchronized (parsed) {
            return edition;
        }
    }

    /** Unless documents are read in another way by now. */
    private void remember(Item item, ItemDefinition definition, int size, int read) {
        synchronized (parsed) {
            if (read == edition) {
                put(item, definition, size);
            }
        }
    }

    private void put(Item item, ItemDefinition definition, int size) {
        forget(item.id());
        parsed.put(item.id(), new Parsed(item.version(), definition, size));
        bytes += size;
        var eldest = parsed.values().iterator();
        while (parsed.size() > capacity || bytes > MOST_BYTES) {
            bytes -= eldest.next().bytes;
            eldest.remove();
        }
    }

    /** Documents are read in another way from now on. */
    void forgetAll() {
        synchronized (parsed) {
            edition++;
            parsed.clear();
            bytes = 0;
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

    /** @param document that the definition was read from */
    void remember(Item item, ItemDefinition definition, byte[] document) {
        synchronized (parsed) {
            put(item, definition, document.length);
        }
    }

    void forget(long id) {
        synchronized (parsed) {
            var gone = parsed.remove(id);
            bytes -= gone == null ? 0 : gone.bytes;
        }
    }
}
