package hobson.remote.cli.item;

import hobson.engine.item.Items;
import hobson.remote.cli.Command;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Terminal;
import org.kohsuke.args4j.Argument;

/** {@code copy-job SRC DST}. */
final class CopyJob implements Command {
    private final NamedItems named;
    private final NewItems targets;
    private final Items items;

    @Argument(metaVar = "SRC", usage = "Name of the job to copy", required = true)
    private String source = "";

    @Argument(metaVar = "DST", usage = "Name of the job to create", required = true, index = 1)
    private String name = "";

    CopyJob(NamedItems named, NewItems targets, Items items) {
        this.named = named;
        this.targets = targets;
        this.items = items;
    }

    @Override
    public int run(Terminal terminal) {
        var caller = terminal.caller();
        var from = named.item(caller, source).path();
        var target = targets.target(caller, name);
        items.copy(caller, target.folder(), target.name(), "/" + from.fullName());
        return SUCCESS;
    }
}
