package hobson.cli.server;

import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import hobson.client.NodeInfo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hobson nodes}. */
@Command(
        name = "nodes",
        description = "Lists the machines on which builds run.",
        footer = {"Examples:", "  hobson nodes", "  hobson nodes --offline --json"})
public final class NodesCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--offline", description = "Only those that are offline.")
    private boolean offline;

    @Option(names = "--online", description = "Only those that are online.")
    private boolean online;

    public NodesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var nodes = session.hobson().nodes().list().stream()
                .filter(node -> !offline || node.isOffline())
                .filter(node -> !online || !node.isOffline())
                .toList();
        new Table<NodeInfo>()
                .column("name", NodeInfo::name, node -> Style.BOLD)
                .column("state", NodesCommand::state, node -> node.isOffline() ? Style.RED : Style.GREEN)
                .column("busy", node -> node.busy().size())
                .column("executors", NodeInfo::executors)
                .column("labels", NodeInfo::labels)
                .column("reason", NodeInfo::offlineReason)
                .print(session.terminal(), nodes, "No such node.");
        return ExitCode.FINE;
    }

    private static String state(NodeInfo node) {
        return node.isOffline() ? "offline" : node.isIdle() ? "idle" : "building";
    }
}
