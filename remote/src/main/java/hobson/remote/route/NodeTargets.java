package hobson.remote.route;

import hobson.engine.Refusal;
import hobson.engine.item.PathSegments;
import hobson.engine.node.Computer;
import hobson.engine.node.Computers;
import hobson.http.Request;
import hobson.http.route.Match;
import java.util.Optional;
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
        return find(name).orElseThrow(() -> Refusal.notFound("there is no node " + name));
    }

    /** The node that is called so by somebody, whether it is listed or not; an empty name is nobody's. */
    public Optional<Computer> find(String name) {
        if (BUILT_IN.contains(name)) {
            return Optional.of(computers.builtIn());
        }
        var agent = name.isEmpty() ? Optional.<Computer>empty() : computers.find(name);
        return agent.isEmpty() && BUILT_IN_SHOWN.contains(name) ? Optional.of(computers.builtIn()) : agent;
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
