package hobson.remote.cli.item;

import hobson.engine.item.Jobs;
import hobson.remote.cli.Command;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Several;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.args4j.Argument;

/** {@code reload-job NAME…}: there is nothing to read again, as with {@code POST …/reload}; the right to do so is asked for. */
final class ReloadJob implements Command {
    private final NamedItems named;
    private final Jobs jobs;

    @Argument(metaVar = "NAME", usage = "Names of the jobs to reload", required = true, multiValued = true)
    private List<String> names = new ArrayList<>();

    ReloadJob(NamedItems named, Jobs jobs) {
        this.named = named;
        this.jobs = jobs;
    }

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        var caller = terminal.caller();
        return Several.each(names, terminal, name -> jobs.requireConfigure(caller, named.itemToReload(caller, name)));
    }
}
