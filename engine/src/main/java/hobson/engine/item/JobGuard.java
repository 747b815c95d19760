package hobson.engine.item;

import hobson.engine.user.Caller;

/** What must happen to an item's triggers, builds and files when the item changes. */
public interface JobGuard {
    /** Whether a trigger of the job is just becoming a build. */
    boolean isStarting(long jobId);

    /** Cancels every queued trigger of the job. */
    void cancelQueued(long jobId, Caller caller);

    /**
     * The job is about to be deleted: cancels every queued trigger, stops every running build, and waits for their end.
     *
     * @throws hobson.engine.Refusal when a build does not end in time
     */
    void clear(Job job, Caller caller);

    /** The item has another name; the store has it already. */
    void renamed(ItemPath from, Item item);

    /** The item is gone from the store: what it left in memory and on disk may go. */
    void deleted(Item item);
}
