package hobson.engine.scm;

/**
 * Somebody's newest change of a job's sources.
 *
 * @param author as the repository calls them
 * @param at when the build was created that got it, milliseconds since 1970
 */
public record LastChange(long jobId, String author, long at) {}
