package hobson.remote.cli.node;

import hobson.engine.Expected;
import hobson.engine.node.Computer;
import hobson.engine.node.Nodes;
import hobson.engine.user.Caller;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.CommandGroup;
import hobson.remote.cli.NamedCommand;
import hobson.remote.cli.Terminal;
import hobson.remote.route.NodeTargets;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The commands about nodes. */
public final class NodeCommands implements CommandGroup {
    private final Nodes nodes;
    private final NodeNames names;

    public NodeCommands(Nodes nodes, NodeTargets targets) {
        this.nodes = nodes;
        this.names = new NodeNames(targets);
    }

    @Override
    public List<NamedCommand> commands() {
        return List.of(
                new NamedCommand(
                        "create-node",
                        "Creates a node from the document on standard input.",
                        () -> new CreateNode(nodes, names)),
                ofOne("get-node", "Writes the document that defines a node to standard output.", this::get),
                ofOne("update-node", "Replaces the document of a node by the one on standard input.", this::update),
                new NamedCommand("delete-node", "Deletes nodes.", () -> new DeleteNodes(nodes, names)),
                of("connect-node", "Connects nodes.", () -> new SomeNodes.WithForce(names, this::connect)),
                of(
                        "disconnect-node",
                        "Disconnects nodes.",
                        withMessage((caller, computer, message) -> nodes.disconnect(caller, computer, message, true))),
                of(
                        "offline-node",
                        "Takes nodes out of service.",
                        withMessage((caller, computer, message) -> nodes.takeOut(caller, computer, message, true))),
                of(
                        "online-node",
                        "Puts nodes back into service.",
                        () -> new SomeNodes(names, (caller, computer, _) -> nodes.bringBack(caller, computer))),
                ofOne("wait-node-offline", "Waits for a node to become offline.", (agent, _) -> await(agent, false)),
                ofOne("wait-node-online", "Waits for a node to become online.", (agent, _) -> await(agent, true)));
    }

    private static NamedCommand of(String name, String summary, Supplier<Command> command) {
        return new NamedCommand(name, summary, command);
    }

    private NamedCommand ofOne(String name, String summary, OneAgent.Act act) {
        return new NamedCommand(name, summary, () -> new OneAgent(names, act));
    }

    private Supplier<Command> withMessage(SomeNodes.Act act) {
        return () -> new SomeNodes.WithMessage(names, act);
    }

    private void get(Computer agent, Terminal terminal) throws IOException {
        terminal.out().write(nodes.document(terminal.caller(), agent));
    }

    private void update(Computer agent, Terminal terminal) throws IOException {
        nodes.requireConfigure(terminal.caller(), agent);
        var _ = nodes.configure(terminal.caller(), agent, terminal.document(), Expected.ANYTHING);
    }

    private void connect(Caller caller, Computer computer, @Nullable String message) {
        nodes.launch(caller, computer);
        if (!computer.isConnected()) {
            throw new CommandFailure(
                    CommandFailure.Kind.UNEXPECTED,
                    "Agent failed to connect, even though the launcher didn't report it: see the log of the agent");
        }
    }

    private static void await(Computer agent, boolean online) throws InterruptedException {
        if (!agent.await(online)) {
            throw CommandFailure.state("Node '" + agent.name() + "' was deleted meanwhile");
        }
    }
}
