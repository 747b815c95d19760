package hobson.engine.queue;

import org.jspecify.annotations.Nullable;

/** An item as it is at this moment. */
public sealed interface QueueView {
    QueueItem item();

    /** In its quiet period. */
    record Waiting(QueueItem item, Why why) implements QueueView {}

    /** @param buildableSince when the quiet period was over, milliseconds since 1970 */
    record Blocked(QueueItem item, Why why, long buildableSince) implements QueueView {}

    /**
     * Ready for an executor.
     *
     * @param pending an executor has taken it
     * @param stuck it cannot start as things are
     */
    record Buildable(QueueItem item, Why why, long buildableSince, boolean pending, boolean stuck)
            implements QueueView {}

    /** @param build number of the build it became, 0 when it was cancelled */
    record Left(QueueItem item, int build) implements QueueView {}

    default @Nullable Why reason() {
        return switch (this) {
            case Waiting waiting -> waiting.why();
            case Blocked blocked -> blocked.why();
            case Buildable buildable -> buildable.why();
            case Left _ -> null;
        };
    }
}
