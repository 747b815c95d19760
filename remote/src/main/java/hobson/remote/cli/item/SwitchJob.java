package hobson.remote.cli.item;

import hobson.engine.item.Jobs;
import hobson.remote.cli.Command;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Terminal;
import org.kohsuke.args4j.Argument;

/** {@code enable-job NAME} and {@code disable-job NAME}. */
final class SwitchJob implements Command {
    private final NamedItems named;
    private final Jobs jobs;
    private final boolean disabled;

    @Argument(metaVar = "NAME", usage = "Job name", required = true)
    private String name = "";

    SwitchJob(NamedItems named, Jobs jobs, boolean disabled) {
        this.named = named;
        this.jobs = jobs;
        this.disabled = disabled;
    }

    @Override
    public int run(Terminal terminal) {
        var caller = terminal.caller();
        jobs.setDisabled(caller, named.jobOfMethod(caller, name), disabled);
        return SUCCESS;
    }
}
