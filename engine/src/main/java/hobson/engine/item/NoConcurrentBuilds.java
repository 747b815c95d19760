package hobson.engine.item;

/**
 * Part of a job of which one build runs at a time.
 *
 * @param abortPrevious a new build stops the one that runs rather than wait for it
 */
public record NoConcurrentBuilds(boolean abortPrevious) {}
