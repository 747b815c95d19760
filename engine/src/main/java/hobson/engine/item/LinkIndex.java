package hobson.engine.item;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which jobs name which, found by the name that they mean. Used by many threads. */
final class LinkIndex implements JobIndex {
    private final ConcurrentHashMap<String, Set<Long>> triggering = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Set<Long>> listening = new ConcurrentHashMap<>();

    /** Ids of the jobs that say that they trigger the one of that path. */
    Collection<Long> triggering(ItemPath path) {
        return triggering.getOrDefault(path.key(), Set.of());
    }

    /** Ids of the jobs that say that builds of the one of that path trigger them. */
    Collection<Long> listening(ItemPath path) {
        return listening.getOrDefault(path.key(), Set.of());
    }

    @Override
    public void replace(@Nullable Job before, @Nullable Job after) {
        replace(triggering, before, after, Wiring::downstream);
        replace(listening, before, after, Wiring::upstream);
    }

    private static void replace(
            ConcurrentHashMap<String, Set<Long>> index,
            @Nullable Job before,
            @Nullable Job after,
            Function<Wiring, List<String>> names) {
        var old = keys(before, names);
        var now = keys(after, names);
        if (before != null) {
            old.stream().filter(key -> !now.contains(key)).forEach(key -> remove(index, key, before.id()));
        }
        if (after != null) {
            now.stream().filter(key -> !old.contains(key)).forEach(key -> add(index, key, after.id()));
        }
    }

    private static List<String> keys(@Nullable Job job, Function<Wiring, List<String>> names) {
        return job == null
                ? List.of()
                : names.apply(job.wiring()).stream()
                        .map(job::reference)
                        .flatMap(Optional::stream)
                        .map(ItemPath::key)
                        .toList();
    }

    private static void add(ConcurrentHashMap<String, Set<Long>> index, String key, long id) {
        index.compute(key, (_, ids) -> {
            var all = ids == null ? ConcurrentHashMap.<Long>newKeySet() : ids;
            all.add(id);
            return all;
        });
    }

    private static void remove(ConcurrentHashMap<String, Set<Long>> index, String key, long id) {
        index.computeIfPresent(key, (_, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }
}
