package hobson.remote.cli.node;

import hobson.engine.node.Computer;
import hobson.remote.cli.Command;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import org.kohsuke.args4j.Argument;

/** A command for one agent. */
final class OneAgent implements Command {
    private final NodeNames names;
    private final Act act;

    @Argument(metaVar = "NODE", usage = "Name of the node", required = true)
    private String name = "";

    OneAgent(NodeNames names, Act act) {
        this.names = names;
        this.act = act;
    }

    /** What is done to it. */
    @FunctionalInterface
    interface Act {
        void on(Computer agent, Terminal terminal) throws IOException, InterruptedException;
    }

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        act.on(names.agent(name), terminal);
        return SUCCESS;
    }
}
