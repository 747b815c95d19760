package hobson.engine.settings;

import org.jspecify.annotations.Nullable;

/**
 * What the administrator decided. Immutable.
 *
 * @param rootUrl with a trailing slash; null when URLs are to be made from each request
 * @param executors of the built-in node
 * @param labels of the built-in node, separated by blanks
 * @param exclusive the built-in node takes only jobs that ask for it
 */
public record Settings(
        @Nullable String systemMessage,
        int executors,
        String labels,
        boolean exclusive,
        int quietPeriodSeconds,
        @Nullable String rootUrl,
        boolean crumbs,
        boolean signupAllowed,
        long uploadLimit) {
    public static final Settings DEFAULT = new Settings(null, 2, "", false, 5, null, true, false, 10L << 30);
}
