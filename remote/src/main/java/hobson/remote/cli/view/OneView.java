package hobson.remote.cli.view;

import hobson.remote.cli.Command;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import org.kohsuke.args4j.Argument;

/** A command for one view. */
final class OneView implements Command {
    private final ViewNames names;
    private final Act act;

    @Argument(
            metaVar = "VIEW",
            usage = "Name of the view, with slashes after those of the views that it is in",
            required = true)
    private String name = "";

    OneView(ViewNames names, Act act) {
        this.names = names;
        this.act = act;
    }

    /** What is done with it. */
    @FunctionalInterface
    interface Act {
        void on(ViewNames.Found found, Terminal terminal) throws IOException;
    }

    @Override
    public int run(Terminal terminal) throws IOException {
        act.on(names.find(terminal.caller(), name), terminal);
        return SUCCESS;
    }
}
