package hobson.engine.queue;

/**
 * An item that is no longer waiting.
 *
 * @param build number of the build that it became, 0 when it was cancelled
 */
public record LeftItem(QueueItem item, int build) {
    public boolean cancelled() {
        return build == 0;
    }
}
