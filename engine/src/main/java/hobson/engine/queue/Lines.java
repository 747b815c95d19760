package hobson.engine.queue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The items in memory, found by id, by job and by likeness; in their quiet period ordered by its end, then in the order in which
 * they became ready. Nothing but {@link #all} and {@link #of} costs more when more items wait. Guarded by the lock of {@link Queue}.
 *
 * <pre>{@code
 * quiet   (due, id) ─ the period is over ─▶ ready ─ an executor takes it ─▶ pending ─▶ removed
 * }</pre>
 */
final class Lines {
    private final Map<Long, Entry> byId = new LinkedHashMap<>();
    private final Map<Long, JobLine> byJob = new HashMap<>();
    private final Map<Entry.Likeness, Entry> byLikeness = new HashMap<>();

    /** Those that were put back and found a like one in their place. */
    private final Set<Entry> hidden = new HashSet<>();

    private final TreeSet<Entry> quiet =
            new TreeSet<>(Comparator.<Entry>comparingLong(e -> e.item.due()).thenComparingLong(Entry::id));

    /** The first ready item of each job, by its turn: what holds one back holds back all of its job. */
    private final TreeMap<Long, Entry> fronts = new TreeMap<>();

    private final Map<Long, Entry> leaving = new HashMap<>();

    private long turns;

    void add(Entry entry, long now) {
        byId.put(entry.id(), entry);
        byJob.computeIfAbsent(entry.item.jobId(), _ -> new JobLine()).all.add(entry);
        show(entry);
        if (entry.item.due() <= now) {
            advance(now);
            makeReady(entry);
        } else {
            quiet.add(entry);
        }
    }

    /** As {@link #remove}, for one that is {@link #known} as it was until it has {@link #left}. */
    boolean leave(Entry entry) {
        boolean removed = remove(entry);
        if (removed) {
            leaving.put(entry.id(), entry);
        }
        return removed;
    }

    void left(Entry entry) {
        leaving.remove(entry.id());
    }

    /** One that waits, or that is about to leave. */
    @Nullable
    Entry known(long id) {
        var waiting = byId.get(id);
        return waiting == null ? leaving.get(id) : waiting;
    }

    private void show(Entry entry) {
        if (byLikeness.putIfAbsent(entry.likeness, entry) != null) {
            hidden.add(entry);
        }
    }

    private void hide(Entry entry) {
        hidden.remove(entry);
        if (byLikeness.remove(entry.likeness, entry)) {
            hidden.stream()
                    .filter(other -> other.likeness.equals(entry.likeness))
                    .findFirst()
                    .ifPresent(other -> {
                        hidden.remove(other);
                        byLikeness.put(other.likeness, other);
                    });
        }
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
        var line = lineOf(entry);
        line.all.remove(entry);
        if (entry.pending) {
            line.pending--;
        } else if (!quiet.remove(entry)) {
            leaveReady(line, entry);
        }
        if (line.all.isEmpty()) {
            byJob.remove(entry.item.jobId());
        }
        hide(entry);
        return true;
    }

    /** An executor has it, which was ready: nothing is folded into it any more. */
    void takeOut(Entry entry) {
        var line = lineOf(entry);
        leaveReady(line, entry);
        entry.pending = true;
        line.pending++;
        hide(entry);
    }

    /** The executor could not use it: it waits until {@code due} and is ready again. */
    void putBack(Entry entry, long due) {
        entry.pending = false;
        lineOf(entry).pending--;
        entry.item = entry.item.withDue(due);
        show(entry);
        quiet.add(entry);
    }

    private JobLine lineOf(Entry entry) {
        return byJob.getOrDefault(entry.item.jobId(), new JobLine());
    }

    private void advance(long now) {
        while (!quiet.isEmpty() && quiet.first().item.due() <= now) {
            makeReady(quiet.removeFirst());
        }
    }

    private void makeReady(Entry entry) {
        var ready = lineOf(entry).ready;
        entry.turn = ++turns;
        ready.add(entry);
        if (ready.size() == 1) {
            fronts.put(entry.turn, entry);
        }
    }

    private void leaveReady(JobLine line, Entry entry) {
        line.ready.remove(entry);
        if (fronts.remove(entry.turn) != null && !line.ready.isEmpty()) {
            var front = line.ready.getFirst();
            fronts.put(front.turn, front);
        }
    }

    /** As {@link #readyAfter(long)}, with those whose quiet period is over by now. */
    @Nullable
    Entry readyAfter(long turn, long now) {
        advance(now);
        return readyAfter(turn);
    }

    /** The next that was ready after {@code turn}, of which the first one is 1, and is the first of its job; null when there is none. */
    @Nullable
    Entry readyAfter(long turn) {
        var next = fronts.higherEntry(turn);
        return next == null ? null : next.getValue();
    }

    long nextDue() {
        return quiet.isEmpty() ? Long.MAX_VALUE : quiet.first().item.due();
    }

    @Nullable
    Entry find(long id) {
        return byId.get(id);
    }

    List<Entry> of(long jobId) {
        var line = byJob.get(jobId);
        return line == null ? List.of() : List.copyOf(line.all);
    }

    boolean has(long jobId) {
        return byJob.containsKey(jobId);
    }

    boolean isPending(long jobId) {
        var line = byJob.get(jobId);
        return line != null && line.pending > 0;
    }

    List<Entry> all() {
        return List.copyOf(byId.values());
    }

    List<Demand> demand(long now) {
        advance(now);
        return byJob.values().stream().map(JobLine::demand).toList();
    }
}
