package hobson.engine.node;

import org.jspecify.annotations.Nullable;

/**
 * Somebody took a node out of service. Immutable.
 *
 * @param user null for the anonymous caller
 * @param message null when no reason was given
 * @param byCommand whether that was a command of a terminal, rather than a request
 */
public record OfflineMark(
        long timestamp, @Nullable String user, @Nullable String message, boolean byCommand) implements OfflineCause {}
