package hobson.engine.queue;

/**
 * What became of a trigger.
 *
 * @param itemId the queue item that stands for it
 */
public record Submission(Outcome outcome, long itemId) {
    /** The ways it can go. */
    public enum Outcome {
        /** It waits as an item of its own. */
        CREATED,
        /** It was folded into an equal item that was waiting already. */
        MERGED,
        /** The same idempotency key was used before: nothing was added. */
        REPEATED
    }
}
