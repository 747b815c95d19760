package hobson.engine.item;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds jobs by keys, of which each has any number. Used by many threads. */
public final class KeyIndex implements JobIndex {
    private final Function<Job, List<String>> keys;
    private final ConcurrentHashMap<String, Set<Long>> jobs = new ConcurrentHashMap<>();

    /** @param keys of a job */
    public KeyIndex(Function<Job, List<String>> keys) {
        this.keys = keys;
    }

    /** Ids of those that have the key, in no order. */
    public Collection<Long> jobs(String key) {
        return jobs.getOrDefault(key, Set.of());
    }

    /** Whether no job has a key. */
    public boolean isEmpty() {
        return jobs.isEmpty();
    }

    @Override
    public void replace(@Nullable Job before, @Nullable Job after) {
        var old = before == null ? List.<String>of() : keys.apply(before);
        var now = after == null ? List.<String>of() : keys.apply(after);
        if (before != null) {
            old.stream().filter(key -> !now.contains(key)).forEach(key -> remove(key, before.id()));
        }
        if (after != null) {
            now.stream().filter(key -> !old.contains(key)).forEach(key -> add(key, after.id()));
        }
    }

    private void add(String key, long id) {
        jobs.compute(key, (_, ids) -> {
            var all = ids == null ? ConcurrentHashMap.<Long>newKeySet() : ids;
            all.add(id);
            return all;
        });
    }

    private void remove(String key, long id) {
        jobs.computeIfPresent(key, (_, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }
}
