package hobson.remote.cli.node;

import hobson.engine.node.Nodes;
import hobson.remote.cli.Command;
import hobson.remote.cli.Several;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.args4j.Argument;

/** {@code delete-node NAME…}. */
final class DeleteNodes implements Command {
    private final Nodes nodes;
    private final NodeNames names;

    @Argument(metaVar = "NAME", usage = "Names of the nodes to delete", required = true, multiValued = true)
    private List<String> agents = new ArrayList<>();

    DeleteNodes(Nodes nodes, NodeNames names) {
        this.nodes = nodes;
        this.names = names;
    }

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        return Several.each(agents, terminal, name -> nodes.delete(terminal.caller(), names.agent(name)));
    }
}
