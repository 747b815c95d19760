package hobson.remote.cli.item;

import hobson.engine.item.Items;
import hobson.remote.cli.Command;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import org.kohsuke.args4j.Argument;

/** {@code create-job NAME}. */
final class CreateJob implements Command {
    private final NewItems targets;
    private final Items items;

    @Argument(metaVar = "NAME", usage = "Name of the job to create", required = true)
    private String name = "";

    CreateJob(NewItems targets, Items items) {
        this.targets = targets;
        this.items = items;
    }

    @Override
    public int run(Terminal terminal) throws IOException {
        var caller = terminal.caller();
        var target = targets.target(caller, name);
        items.requireCreate(caller, target.folder());
        items.requireFree(caller, target.folder(), target.name());
        items.create(caller, target.folder(), target.name(), terminal.document());
        return SUCCESS;
    }
}
