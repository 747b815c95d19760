package hobson.engine.settings;

/** How the server ends. Methods return at once; requests that are being answered are finished first. */
public interface Lifecycle {
    /** Ends and starts again. Builds go on meanwhile. */
    void restart();

    /** Ends. Builds go on, and the next start takes them over. */
    void exit();

    /** Ends when no build runs any more. */
    void exitWhenIdle();
}
