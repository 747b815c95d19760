package hobson.engine.node;

import hobson.engine.build.BuildId;
import hobson.engine.item.JobDefinition.Placement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The node that the server itself is: its labels and executors. Used by many threads. */
public final class BuiltInNode {
    /** The label that the node carries besides the configured ones. */
    public static final String SELF_LABEL = "built-in";

    private final Set<String> labels;
    private final boolean exclusive;
    private final Slot[] slots;

    /** @param labels separated by blanks */
    public BuiltInNode(int executors, String labels, boolean exclusive) {
        var all = new LinkedHashSet<String>();
        for (var label : labels.strip().split("\\s+", -1)) {
            if (!label.isEmpty()) {
                all.add(label);
            }
        }
        all.add(SELF_LABEL);
        this.labels = java.util.Collections.unmodifiableSet(all);
        this.exclusive = exclusive;
        this.slots = new Slot[executors];
        java.util.Arrays.fill(slots, Slot.IDLE);
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

    /** Configured labels in their order, then the node's own. */
    public Set<String> labels() {
        return labels;
    }

    public boolean exclusive() {
        return exclusive;
    }

    public int executorCount() {
        return slots.length;
    }

    /** Whether a job of that placement may run here at all. */
    public boolean accepts(Placement placement) {
        return switch (placement) {
            case Placement.Anywhere _ -> !exclusive;
            case Placement.BuiltIn _ -> true;
            case Placement.Labelled(var expression) ->
                LabelExpression.parse(expression).matches(labels);
        };
    }

    public synchronized boolean hasIdleExecutor() {
        for (var slot : slots) {
            if (!slot.taken()) {
                return true;
            }
        }
        return false;
    }

    /** Takes the first idle executor; -1 when there is none. */
    public synchronized int take() {
        for (int i = 0; i < slots.length; i++) {
            if (!slots[i].taken()) {
                slots[i] = Slot.PENDING;
                return i;
            }
        }
        return -1;
    }

    /** Gives a build that goes on after a restart its executor back; -1 when the node has fewer now. */
    public synchronized int takeFor(int preferred, BuildId build) {
        int free = preferred >= 0 && preferred < slots.length && !slots[preferred].taken() ? preferred : take();
        if (free >= 0) {
            slots[free] = new Slot(true, build);
        }
        return free;
    }

    public synchronized void run(int executor, BuildId build) {
        slots[executor] = new Slot(true, build);
    }

    /** @param executor -1 is nobody's */
    public synchronized void release(int executor) {
        if (executor >= 0) {
            slots[executor] = Slot.IDLE;
        }
    }

    public synchronized List<Executor> executors() {
        var executors = new ArrayList<Executor>(slots.length);
        for (int i = 0; i < slots.length; i++) {
            executors.add(new Executor(i, Optional.ofNullable(slots[i].build())));
        }
        return executors;
    }

    public synchronized int busy() {
        int busy = 0;
        for (var slot : slots) {
            busy += slot.taken() ? 1 : 0;
        }
        return busy;
    }
}
