package hobson.engine.node;

import hobson.engine.user.Guarded;
import hobson.engine.user.Scope;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is configured of a place where builds may run: the server itself, or an agent. Immutable.
 *
 * @param name of an agent; empty for the built-in node
 * @param remoteRoot the agent's folder on its machine
 * @param executors how many builds may run there at once
 * @param exclusive whether it takes only jobs that ask for it; null when nothing was said, which means no
 * @param labels separated by blanks
 * @param launcher null when nothing was said, which means {@link AgentLauncher#STANDARD}
 * @param retention when the agent is to be connected, which is kept and not acted on; null when nothing was said
 * @param mark who took it out of service; null while nobody has
 */
public record Node(
        String name,
        @Nullable String description,
        @Nullable String remoteRoot,
        int executors,
        @Nullable Boolean exclusive,
        String labels,
        @Nullable AgentLauncher launcher,
        @Nullable Setting retention,
        List<NodeProperty> properties,
        @Nullable OfflineMark mark)
        implements Guarded {
    /** The label that the built-in node carries besides the configured ones. */
    public static final String BUILT_IN_LABEL = "built-in";

    public Node {
        properties = List.copyOf(properties);
    }

    public static Node builtIn(int executors, String labels, boolean exclusive) {
        return new Node("", null, null, executors, exclusive, labels, null, null, List.of(), null);
    }

    public boolean isBuiltIn() {
        return name.isEmpty();
    }

    public boolean isExclusive() {
        return Boolean.TRUE.equals(exclusive);
    }

    /** How the agent is started, whether that was said or not. */
    public AgentLauncher effectiveLauncher() {
        return launcher == null ? AgentLauncher.STANDARD : launcher;
    }

    public boolean isInbound() {
        return !isBuiltIn() && effectiveLauncher() instanceof AgentLauncher.Inbound;
    }

    /** Configured labels in their order, then the node's own. */
    public Set<String> labelSet() {
        var all = new LinkedHashSet<String>();
        for (var label : labels.strip().split("\\s+", -1)) {
            if (!label.isEmpty()) {
                all.add(label);
            }
        }
        all.add(isBuiltIn() ? BUILT_IN_LABEL : name);
        return Collections.unmodifiableSet(all);
    }

    /** What every build there is told. */
    public Map<String, String> variables() {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var property : properties) {
            if (property instanceof NodeProperty.Variables(var variables)) {
                all.putAll(variables);
            }
        }
        return all;
    }

    /** A node is in nothing but the server. */
    @Override
    public @Nullable Scope scope() {
        for (var property : properties) {
            if (property instanceof NodeProperty.Permissions(var grants, var _)) {
                return Scope.of(grants, null, false);
            }
        }
        return null;
    }

    public Node named(String name) {
        return new Node(
                name, description, remoteRoot, executors, exclusive, labels, launcher, retention, properties, mark);
    }

    public Node described(@Nullable String description) {
        return new Node(
                name, description, remoteRoot, executors, exclusive, labels, launcher, retention, properties, mark);
    }

    Node marked(@Nullable OfflineMark mark) {
        return new Node(
                name, description, remoteRoot, executors, exclusive, labels, launcher, retention, properties, mark);
    }
}
