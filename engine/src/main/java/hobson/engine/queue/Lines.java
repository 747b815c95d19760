package hobson.engine.queue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The items in memory, found by id, by job and by likeness; in their quiet period ordered by its end, then in the order in which
 * they became ready. Guarded by the lock of {@link Queue}.
 *
 * <pre>{@code
 * quiet   (due, id) ─ the period is over ─▶ ready ─ an executor takes it ─▶ pending ─▶ removed
 * }</pre>
 */
final class Lines {
    private final Map<Long, Entry> byId = new LinkedHashMap<>();
    private final Map<Long, LinkedHashSet<Entry>> byJob = new HashMap<>();
    private final Map<Entry.Likeness, Entry> byLikeness = new HashMap<>();
    private final TreeSet<Entry> quiet =
            new TreeSet<>(Comparator.<Entry>comparingLong(e -> e.item.due()).thenComparingLong(Entry::id));
    private final LinkedHashSet<Entry> ready = new LinkedHashSet<>();

    void add(Entry entry) {
        byId.put(entry.id(), entry);
        byJob.computeIfAbsent(entry.item.jobId(), _ -> new LinkedHashSet<>()).add(entry);
        byLikeness.putIfAbsent(entry.likeness, entry);
        quiet.add(entry);
    }

    /** An item that equal triggers are folded into: one that no executor has taken. */
    @Nullable
    Entry like(Entry.Likeness likeness) {
        return byLikeness.get(likeness);
    }

    void replace(Entry entry, QueueItem item) {
        boolean wasQuiet = quiet.remove(entry);
        entry.item = item;
        if (wasQuiet) {
            quiet.add(entry);
        }
    }

    /** False when it was not there. */
    boolean remove(Entry entry) {
        if (byId.remove(entry.id()) == null) {
            return false;
        }
        var ofJob = byJob.get(entry.item.jobId());
        if (ofJob != null) {
            ofJob.remove(entry);
            if (ofJob.isEmpty()) {
                byJob.remove(entry.item.jobId());
            }
        }
        byLikeness.remove(entry.likeness, entry);
        of(entry.item.jobId()).stream()
                .filter(other -> !other.pending && other.likeness.equals(entry.likeness))
                .findFirst()
                .ifPresent(other -> byLikeness.put(other.likeness, other));
        quiet.remove(entry);
        ready.remove(entry);
        return true;
    }

    /** An executor has it: nothing is folded into it any more. */
    void takeOut(Entry entry) {
        entry.pending = true;
        byLikeness.remove(entry.likeness, entry);
    }

    /** The executor could not use it: it waits until {@code due} and is ready again. */
    void putBack(Entry entry, long due) {
        entry.pending = false;
        entry.item = entry.item.withDue(due);
        byLikeness.putIfAbsent(entry.likeness, entry);
        quiet.add(entry);
    }

    /** Those whose quiet period is over, in the order in which it ended; the caller removes those it takes out. */
    Iterator<Entry> ready(long now) {
        while (!quiet.isEmpty() && quiet.first().item.due() <= now) {
            ready.add(quiet.pollFirst());
        }
        return ready.iterator();
    }

    long nextDue() {
        return quiet.isEmpty() ? Long.MAX_VALUE : quiet.first().item.due();
    }

    @Nullable
    Entry find(long id) {
        return byId.get(id);
    }

    List<Entry> of(long jobId) {
        return List.copyOf(byJob.getOrDefault(jobId, new LinkedHashSet<>()));
    }

    boolean has(long jobId) {
        return byJob.containsKey(jobId);
    }

    boolean isPending(long jobId) {
        return byJob.getOrDefault(jobId, new LinkedHashSet<>()).stream().anyMatch(entry -> entry.pending);
    }

    List<Entry> all() {
        return List.copyOf(byId.values());
    }
}
