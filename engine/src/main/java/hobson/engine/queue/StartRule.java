package hobson.engine.queue;

import java.lang.System.Logger.Level;
import java.util.function.LongPredicate;

/** Whether an item whose quiet period is over may start, given an executor. */
final class StartRule {
    private static final System.Logger LOG = System.getLogger(StartRule.class.getName());

    private final PlacementRule placement;
    private final Blockage blockage;

    StartRule(PlacementRule placement, Blockage blockage) {
        this.placement = placement;
        this.blockage = blockage;
    }

    /** Under the lock of {@code lines}. Throws nothing: those that were assigned before it would have an executor and never begin. */
    boolean allows(QueueItem item, Lines lines) {
        LongPredicate busy = id -> id != item.jobId() && lines.has(id);
        try {
            return placement.accepts(item)
                    && !(lines.isPending(item.jobId()) && !placement.concurrent(item))
                    && blockage.of(item, busy) == null;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "whether queue item " + item.id() + " may start is not known; it waits", e);
            return false;
        }
    }
}
