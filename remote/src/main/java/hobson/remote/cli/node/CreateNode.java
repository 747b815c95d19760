package hobson.remote.cli.node;

import hobson.engine.Refusal;
import hobson.engine.node.Nodes;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Argument;

/** {@code create-node [NODE]}: an agent from a document. */
final class CreateNode implements Command {
    private final Nodes nodes;
    private final NodeNames names;

    @Argument(metaVar = "NODE", usage = "Name of the node; the one that the document says when this is missing")
    private @Nullable String name;

    CreateNode(Nodes nodes, NodeNames names) {
        this.nodes = nodes;
        this.names = names;
    }

    @Override
    public int run(Terminal terminal) throws IOException {
        var caller = terminal.caller();
        nodes.requireCreate(caller);
        var read = nodes.read(caller, terminal.document());
        var node = name == null ? read : read.named(name);
        if (node.name().isBlank()) {
            throw CommandFailure.argument("No name is specified");
        }
        if (names.isTaken(node.name())) {
            throw CommandFailure.state("Node '" + node.name() + "' already exists");
        }
        try {
            nodes.create(caller, node);
        } catch (Refusal refusal) {
            throw CommandFailure.argument(String.valueOf(refusal.getMessage()));
        }
        return SUCCESS;
    }
}
