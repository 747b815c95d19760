package hobson.engine.queue;

import java.util.function.LongPredicate;

/** What an item waits for at this moment. Used by many threads. */
final class Outlook {
    private final PlacementRule placement;
    private final Blockage blockage;

    Outlook(PlacementRule placement, Blockage blockage) {
        this.placement = placement;
        this.blockage = blockage;
    }

    /**
     * The item as it is.
     *
     * @param now milliseconds since 1970
     * @param pending an executor has it
     * @param quietingDown nothing is begun any more
     * @param queued says of a job whether triggers of it wait
     */
    QueueView of(QueueItem item, long now, boolean pending, boolean quietingDown, LongPredicate queued) {
        long left = item.due() - now;
        if (left > 0) {
            return new QueueView.Waiting(item, new Why.QuietPeriod(left));
        }
        var why = pending ? null : blockage.of(item, others(item, queued));
        if (why != null) {
            return new QueueView.Blocked(item, why, item.due());
        }
        boolean stuck = placement.isOffline(item) || blockage.isOverdue(item, -left);
        return new QueueView.Buildable(item, reason(item, pending, quietingDown), item.due(), pending, stuck);
    }

    private Why reason(QueueItem item, boolean pending, boolean quietingDown) {
        if (pending) {
            return new Why.NoIdleExecutor();
        }
        return quietingDown ? new Why.ShuttingDown() : placement.reason(item);
    }

    private static LongPredicate others(QueueItem item, LongPredicate queued) {
        return id -> id != item.jobId() && queued.test(id);
    }

    /** What of a job's items could start if there were executors. */
    Demand of(Demand demand, LongPredicate queued) {
        return blockage.of(demand.first(), others(demand.first(), queued)) == null ? demand : demand.withoutReady();
    }
}
