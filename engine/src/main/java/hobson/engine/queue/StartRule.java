package hobson.engine.queue;

import hobson.engine.node.Computer;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Whether and where an item whose quiet period is over may start. */
final class StartRule {
    private static final System.Logger LOG = System.getLogger(StartRule.class.getName());

    private final PlacementRule placement;
    private final Blockage blockage;

    StartRule(PlacementRule placement, Blockage blockage) {
        this.placement = placement;
        this.blockage = blockage;
    }

    /**
     * The node that may start it now; null when it waits. Under the lock of {@code lines}, so it reads nothing: what is not
     * {@link #isKnown} waits. Throws nothing: those that were assigned before it would have an executor and never begin.
     */
    @Nullable
    Computer place(QueueItem item, Lines lines, List<Computer> idle) {
        LongPredicate busy = id -> id != item.jobId() && lines.has(id);
        try {
            var needs = placement.inMemory(item);
            var computer = needs == null ? null : placement.choose(item, needs, idle);
            return needs == null
                            || computer == null
                            || (lines.isPending(item.jobId()) && !needs.concurrent())
                            || blockage.isBlocked(item, needs, busy)
                    ? null
                    : computer;
        } catch (RuntimeException e) {
            log(item, e);
            return null;
        }
    }

    /** Whether what counts of the definition of the item's job is in memory. */
    boolean isKnown(QueueItem item) {
        return placement.inMemory(item) != null;
    }

    /** Has it in memory, for which the store may be asked; false when it cannot be read. */
    boolean learn(QueueItem item) {
        try {
            var _ = placement.of(item);
            return true;
        } catch (RuntimeException e) {
            log(item, e);
            return false;
        }
    }

    private static void log(QueueItem item, RuntimeException e) {
        LOG.log(Level.ERROR, "whether queue item " + item.id() + " may start is not known; it waits", e);
    }
}
