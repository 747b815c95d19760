package hobson.engine.node;

import hobson.engine.build.BuildId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The executors of one node. What runs goes on when there are to be fewer: its executor goes when it ends. Used by many threads. */
public final class ExecutorSlots {
    private final TreeMap<Integer, Slot> slots = new TreeMap<>();
    private int wanted;

    ExecutorSlots(int count) {
        resize(count);
    }

    /**
     * What one executor does.
     *
     * @param build null while it is idle, or has taken an item that is not a build yet
     */
    private record Slot(boolean taken, @Nullable BuildId build) {
        static final Slot IDLE = new Slot(false, null);
        static final Slot PENDING = new Slot(true, null);
    }

    /**
     * An executor as it is now.
     *
     * @param build what it runs, if anything
     */
    public record Executor(int number, Optional<BuildId> build) {
        public boolean idle() {
            return build.isEmpty();
        }
    }

    synchronized void resize(int count) {
        wanted = count;
        for (int number = 0; slots.size() < count; number++) {
            slots.putIfAbsent(number, Slot.IDLE);
        }
        for (var number : List.copyOf(slots.descendingKeySet())) {
            if (slots.size() > count && isIdle(number)) {
                slots.remove(number);
            }
        }
    }

    private boolean isIdle(int number) {
        var slot = slots.get(number);
        return slot != null && !slot.taken();
    }

    public synchronized int count() {
        return slots.size();
    }

    public synchronized int busy() {
        int busy = 0;
        for (var slot : slots.values()) {
            busy += slot.taken() ? 1 : 0;
        }
        return busy;
    }

    public synchronized boolean hasIdle() {
        return slots.containsValue(Slot.IDLE);
    }

    /** Takes the first idle executor; -1 when there is none. */
    synchronized int take() {
        for (var entry : slots.entrySet()) {
            if (!entry.getValue().taken()) {
                entry.setValue(Slot.PENDING);
                return entry.getKey();
            }
        }
        return -1;
    }

    /** Gives a build that goes on after a restart its executor back; -1 when the node has fewer now. */
    synchronized int takeFor(int preferred, BuildId build) {
        int free = isIdle(preferred) ? preferred : take();
        if (free >= 0) {
            slots.put(free, new Slot(true, build));
        }
        return free;
    }

    synchronized void run(int executor, BuildId build) {
        slots.replace(executor, new Slot(true, build));
    }

    synchronized void release(int executor) {
        if (slots.size() > wanted) {
            slots.remove(executor);
        } else {
            slots.replace(executor, Slot.IDLE);
        }
    }

    public synchronized List<Executor> all() {
        var executors = new ArrayList<Executor>(slots.size());
        slots.forEach((number, slot) -> executors.add(new Executor(number, Optional.ofNullable(slot.build()))));
        return executors;
    }
}
