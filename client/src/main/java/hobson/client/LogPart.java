package hobson.client;

/**
 * A piece of a log.
 *
 * @param text whole lines, each with a line feed at its end
 * @param next where the next piece begins, in bytes of the log as the server keeps it: not the length of any text
 * @param hasMore whether the build may still write
 */
public record LogPart(String text, long next, boolean hasMore) {}
