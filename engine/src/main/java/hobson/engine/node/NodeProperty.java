package hobson.engine.node;

import hobson.engine.user.OwnGrants;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A property of a node. Immutable. */
public sealed interface NodeProperty {
    /**
     * Variables of every build that runs there; {@code PATH+X} puts its value in front of {@code PATH}.
     *
     * @param variables names differ in more than letter case
     */
    record Variables(SortedMap<String, String> variables) implements NodeProperty {
        public Variables {
            var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            sorted.putAll(variables);
            variables = Collections.unmodifiableSortedMap(sorted);
        }
    }

    /**
     * What the node says of the permissions to it.
     *
     * @param setting the same as it was written
     */
    record Permissions(OwnGrants grants, Setting setting) implements NodeProperty {}

    /** One that is kept and not acted on. */
    record Other(Setting setting) implements NodeProperty {}
}
