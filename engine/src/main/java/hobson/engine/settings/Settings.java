package hobson.engine.settings;

import hobson.engine.node.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator decided. Immutable.
 *
 * @param rootUrl with a trailing slash; null when URLs are to be made from each request
 * @param executors of the built-in node; null where nothing was said, so that what was configured meanwhile holds
 * @param labels of the built-in node, separated by blanks; null as above
 * @param exclusive the built-in node takes only jobs that ask for it; null as above
 * @param remembersLogins whether a browser may stay logged in when its session is over
 * @param notices who may say that a repository has new commits
 */
public record Settings(
        @Nullable String systemMessage,
        @Nullable Integer executors,
        @Nullable String labels,
        @Nullable Boolean exclusive,
        int quietPeriodSeconds,
        @Nullable String rootUrl,
        boolean crumbs,
        boolean signupAllowed,
        boolean remembersLogins,
        long uploadLimit,
        NoticeRule notices) {
    public static final Settings DEFAULT = new Settings(
            null,
            null,
            null,
            null,
            5,
            null,
            true,
            false,
            true,
            10L << 30,
            new NoticeRule(NoticeRule.Access.TOKEN, List.of()));

    /** The built-in node as it was configured last, with what is declared here. */
    public Node declaredOver(Node node) {
        return new Node(
                node.name(),
                node.description(),
                node.remoteRoot(),
                executors == null ? node.executors() : executors,
                exclusive == null ? node.exclusive() : exclusive,
                labels == null ? node.labels() : labels,
                node.launcher(),
                node.retention(),
                node.properties(),
                node.mark());
    }

    /** The built-in node of a new server. */
    public Node builtIn() {
        return declaredOver(Node.builtIn(2, "", false));
    }
}
