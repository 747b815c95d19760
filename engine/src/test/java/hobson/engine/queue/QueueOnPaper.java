package hobson.engine.queue;

import hobson.engine.event.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A store of the queue in memory, which breaks down when a test says so. */
final class QueueOnPaper implements QueueStore {
    final Map<Long, QueueItem> waiting = new ConcurrentSkipListMap<>();
    final Map<Long, QueueItem> cancelled = new HashMap<>();
    private final Map<String, Long> keys = new ConcurrentHashMap<>();
    private boolean broken;
    private Runnable beforeWrites = () -> {};

    /** From now on every write fails and changes nothing, or works again. */
    void broken(boolean broken) {
        this.broken = broken;
    }

    /** Is run at the beginning of every write. */
    void beforeWrites(Runnable work) {
        beforeWrites = work;
    }

    private void write() {
        beforeWrites.run();
        if (broken) {
            throw new IllegalStateException("the disk is full");
        }
    }

    @Override
    public List<QueueItem> waiting() {
        return List.copyOf(waiting.values());
    }

    @Override
    public long lastId() {
        return waiting.size();
    }

    @Override
    public long submit(QueueItem item, @Nullable String key, Change change) {
        write();
        waiting.put(item.id(), item);
        use(key, item);
        return item.id();
    }

    private void use(@Nullable String key, QueueItem item) {
        if (key != null) {
            keys.putIfAbsent(key, item.id());
        }
    }

    @Override
    public OptionalLong submitted(String key, long now) {
        var item = keys.get(key);
        return item == null ? OptionalLong.empty() : OptionalLong.of(item);
    }

    @Override
    public Updating updating(QueueItem item, @Nullable String key, Change change) {
        write();
        waiting.replace(item.id(), item);
        use(key, item);
        return () -> {};
    }

    @Override
    public void cancel(long id, Change change) {
        write();
        var item = waiting.remove(id);
        if (item != null) {
            cancelled.put(id, item);
        }
    }

    @Override
    public Optional<LeftItem> left(long id) {
        return Optional.ofNullable(cancelled.get(id)).map(item -> new LeftItem(item, 0));
    }

    @Override
    public void forget(long before) {
        cancelled.clear();
    }
}
