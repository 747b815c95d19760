package hobson.engine.time;

/** What one thread sleeps by, until its time comes or somebody wakes it. A call that comes while it is awake is not lost. */
public interface Alarm {
    /** Sleeps for as long as nobody wants it. */
    long NEVER = Long.MAX_VALUE;

    /** Wakes the thread, or lets its next sleep end at once. */
    void ring();

    /**
     * Sleeps until it rings or the time has come; may end earlier, so the caller looks again what is due. Called by one thread.
     *
     * @param due milliseconds since 1970
     */
    void await(long due) throws InterruptedException;
}
