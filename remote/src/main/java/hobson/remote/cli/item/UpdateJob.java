package hobson.remote.cli.item;

import hobson.engine.item.Jobs;
import hobson.remote.cli.Command;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import org.kohsuke.args4j.Argument;

/** {@code update-job JOB}. */
final class UpdateJob implements Command {
    private final NamedItems named;
    private final Jobs jobs;

    @Argument(metaVar = "JOB", usage = "Name of the job", required = true)
    private String name = "";

    UpdateJob(NamedItems named, Jobs jobs) {
        this.named = named;
        this.jobs = jobs;
    }

    @Override
    public int run(Terminal terminal) throws IOException {
        var caller = terminal.caller();
        var item = named.item(caller, name);
        jobs.requireConfigure(caller, item);
        jobs.configure(caller, item, terminal.document());
        return SUCCESS;
    }
}
