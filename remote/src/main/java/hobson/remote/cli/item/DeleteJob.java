package hobson.remote.cli.item;

import hobson.engine.item.Items;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Several;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.args4j.Argument;

/** {@code delete-job NAME…}; folders, too. */
final class DeleteJob implements Command {
    private final NamedItems named;
    private final Items items;

    @Argument(metaVar = "NAME", usage = "Names of the jobs to delete", required = true, multiValued = true)
    private List<String> names = new ArrayList<>();

    DeleteJob(NamedItems named, Items items) {
        this.named = named;
        this.items = items;
    }

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        var caller = terminal.caller();
        return Several.each(
                names,
                terminal,
                name -> items.delete(
                        caller,
                        named.find(caller, name)
                                .orElseThrow(() -> CommandFailure.argument("No such job '" + name + "'"))));
    }
}
