package hobson.remote.cli.build;

import hobson.engine.build.BuildActions;
import hobson.remote.cli.Command;
import hobson.remote.cli.Terminal;
import java.util.LinkedHashSet;
import org.kohsuke.args4j.Argument;

/** {@code delete-builds JOB RANGE}. */
final class DeleteBuilds implements Command {
    private final NamedBuilds builds;
    private final BuildActions actions;

    @Argument(metaVar = "JOB", usage = "Name of the job", required = true)
    private String name = "";

    @Argument(metaVar = "RANGE", usage = "The builds to delete: 'N-M', 'N,M' or 'N'", required = true, index = 1)
    private String range = "";

    DeleteBuilds(NamedBuilds builds, BuildActions actions) {
        this.builds = builds;
        this.actions = actions;
    }

    @Override
    public int run(Terminal terminal) {
        var caller = terminal.caller();
        var job = builds.job(caller, name);
        var found = new LinkedHashSet<>(builds.find(job, BuildRange.of(range)));
        actions.requireDelete(caller, job);
        found.forEach(build -> actions.delete(caller, build));
        terminal.out().println("Deleted " + found.size() + " builds");
        return SUCCESS;
    }
}
