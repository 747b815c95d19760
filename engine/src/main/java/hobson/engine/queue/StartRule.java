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
     * The node that may start it now; null when it waits. Under the lock of {@code lines}. Throws nothing: those that were assigned
     * before it would have an executor and never begin.
     */
    @Nullable
    Computer place(QueueItem item, Lines lines, List<Computer> idle) {
        LongPredicate busy = id -> id != item.jobId() && lines.has(id);
        try {
            var computer = placement.choose(item, idle);
            return computer == null
                            || (lines.isPending(item.jobId()) && !placement.concurrent(item))
                            || blockage.of(item, busy) != null
                    ? null
                    : computer;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "whether queue item " + item.id() + " may start is not known; it waits", e);
            return null;
        }
    }
}
