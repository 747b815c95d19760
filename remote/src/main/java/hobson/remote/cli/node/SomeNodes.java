package hobson.remote.cli.node;

import hobson.engine.node.Computer;
import hobson.engine.user.Caller;
import hobson.remote.cli.Command;
import hobson.remote.cli.Several;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** A command for several nodes. */
class SomeNodes implements Command {
    private final NodeNames names;
    private final Act act;

    @Argument(
            metaVar = "NAME",
            usage = "Name of the node, or an empty string for the built-in one; several with commas between them",
            required = true,
            multiValued = true)
    private List<String> nodes = new ArrayList<>();

    SomeNodes(NodeNames names, Act act) {
        this.names = names;
        this.act = act;
    }

    /** What is done to each of them. */
    @FunctionalInterface
    interface Act {
        /** @param message null when none was given */
        void on(Caller caller, Computer computer, @Nullable String message);
    }

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        var each = nodes.stream().flatMap(name -> names.split(name).stream()).toList();
        return Several.each(each, terminal, name -> act.on(terminal.caller(), names.computer(name), message()));
    }

    @Nullable
    String message() {
        return null;
    }

    /** One that is told why. */
    static final class WithMessage extends SomeNodes {
        @Option(name = "-m", metaVar = "MESSAGE", usage = "Why this is done; it is shown with the node")
        private @Nullable String message;

        WithMessage(NodeNames names, Act act) {
            super(names, act);
        }

        @Override
        @Nullable
        String message() {
            return message;
        }
    }

    /** One that starts something which may have been started before. */
    static final class WithForce extends SomeNodes {
        /** Starting an agent ends before the command does, so that none is under way that could be given up. */
        @Option(name = "-f", usage = "Give up an attempt that is under way, and begin anew")
        @SuppressWarnings("unused")
        private boolean force;

        WithForce(NodeNames names, Act act) {
            super(names, act);
        }
    }
}
