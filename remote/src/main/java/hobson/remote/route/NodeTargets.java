package hobson.remote.route;

import hobson.engine.Refusal;
import hobson.engine.item.PathSegments;
import hobson.engine.node.Computer;
import hobson.engine.node.Computers;
import hobson.http.Request;
import hobson.http.route.Match;
import java.util.Set;

/** Finds the node that a request's path means (remote-api.md §7.2). */
public record NodeTargets(Computers computers) {
    private static final Set<String> BUILT_IN = Set.of("(built-in)", "(master)");

    /** Display names of the built-in node, new and old, which clients take for its name. */
    private static final Set<String> BUILT_IN_SHOWN = Set.of("Built-In Node", "master");

    /**
     * The node, whether it is listed or not.
     *
     * @throws Refusal {@code NOT_FOUND}
     */
    public Computer of(Request request) {
        var name = Match.of(request).capture("computer");
        if (BUILT_IN.contains(name)) {
            return computers.builtIn();
        }
        var agent = name.isEmpty() ? null : computers.find(name).orElse(null);
        if (agent == null && BUILT_IN_SHOWN.contains(name)) {
            return computers.builtIn();
        }
        if (agent == null) {
            throw Refusal.notFound("there is no node " + name);
        }
        return agent;
    }

    /**
     * The node, if it can be shown as something that runs builds.
     *
     * @throws Refusal {@code NOT_FOUND} also for an agent without executors ({@code config-xml.md §11})
     */
    public Computer shown(Request request) {
        var computer = of(request);
        if (!isListed(computer)) {
            throw Refusal.notFound("the node " + computer.name() + " has no executors");
        }
        return computer;
    }

    public static boolean isListed(Computer computer) {
        return computer.node().isBuiltIn() || computer.executors().count() > 0;
    }

    /** The path of a node's own address below the root. */
    public static String address(Computer computer) {
        return "computer/" + (computer.node().isBuiltIn() ? "(built-in)" : PathSegments.encode(computer.name())) + "/";
    }
}
