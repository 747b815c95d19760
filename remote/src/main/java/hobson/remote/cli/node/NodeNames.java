package hobson.remote.cli.node;

import hobson.engine.node.Computer;
import hobson.engine.node.Computers;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Nearest;
import hobson.remote.route.NodeTargets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the nodes that arguments name ({@code cli.md §6}). */
final class NodeNames {
    private static final Pattern COMMA = Pattern.compile(",");

    private final NodeTargets nodes;

    NodeNames(NodeTargets nodes) {
        this.nodes = nodes;
    }

    boolean isTaken(String name) {
        return !name.isEmpty() && computers().find(name).isPresent();
    }

    /** An agent, whether it is listed or not; the built-in node has no name here. */
    Computer agent(String name) {
        return name.isEmpty() ? missing(name) : computers().find(name).orElseGet(() -> missing(name));
    }

    private static Computer missing(String name) {
        throw CommandFailure.argument("No such node '" + name + "'");
    }

    /** A listed node; the built-in one for an empty name. */
    Computer computer(String name) {
        return listed(name)
                .orElseThrow(() -> CommandFailure.argument("No such agent \"" + name + "\" exists."
                        + nearest(name)
                                .map(near -> " Did you mean \"" + near + "\"?")
                                .orElse("")));
    }

    private Optional<Computer> listed(String name) {
        var found = name.isEmpty() ? Optional.of(computers().builtIn()) : nodes.find(name);
        return found.filter(NodeTargets::isListed);
    }

    private Optional<String> nearest(String name) {
        return Nearest.to(
                name,
                computers().all().stream()
                        .filter(NodeTargets::isListed)
                        .map(Computer::name)
                        .filter(agent -> !agent.isEmpty()));
    }

    /** The names in an argument: several with commas between them, unless there is a node that is called so. */
    List<String> split(String argument) {
        return listed(argument).isPresent() || argument.indexOf(',') < 0
                ? List.of(argument)
                : COMMA.splitAsStream(argument).map(String::strip).toList();
    }

    private Computers computers() {
        return nodes.computers();
    }
}
