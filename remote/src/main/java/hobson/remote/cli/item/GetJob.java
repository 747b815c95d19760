package hobson.remote.cli.item;

import hobson.engine.item.Jobs;
import hobson.remote.cli.Command;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Terminal;
import org.kohsuke.args4j.Argument;

/** {@code get-job JOB}: the bytes of {@code config.xml}. */
final class GetJob implements Command {
    private final NamedItems named;
    private final Jobs jobs;

    @Argument(metaVar = "JOB", usage = "Name of the job", required = true)
    private String name = "";

    GetJob(NamedItems named, Jobs jobs) {
        this.named = named;
        this.jobs = jobs;
    }

    @Override
    public int run(Terminal terminal) {
        var caller = terminal.caller();
        terminal.out().writeBytes(jobs.document(caller, named.item(caller, name)));
        return SUCCESS;
    }
}
