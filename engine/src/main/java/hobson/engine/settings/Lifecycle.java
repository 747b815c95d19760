package hobson.engine.settings;

/** How the server ends. Methods return at once; requests that are being answered are finished first. The latest word counts. */
public interface Lifecycle {
    /**
     * Ends and starts again. Builds go on meanwhile.
     *
     * @throws hobson.engine.Refusal {@code BAD_INPUT} when the configuration that it would start with cannot be read
     */
    void restart();

    /**
     * Reads the configuration again, and restarts when it says something else than at the start.
     *
     * @throws hobson.engine.Refusal {@code BAD_INPUT} when it cannot be read; all goes on as it was
     */
    void reload();

    /** Ends. Builds go on, and the next start takes them over. */
    void exit();

    /** Ends when no build runs any more. */
    void exitWhenIdle();

    /** Takes {@link #exitWhenIdle} back. */
    void stay();
}
