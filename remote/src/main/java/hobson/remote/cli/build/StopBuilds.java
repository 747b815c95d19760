package hobson.remote.cli.build;

import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
import hobson.engine.build.Builds;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.run.BuildRunner;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Terminal;
import hobson.remote.page.PermissionId;
import hobson.remote.read.FullNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.kohsuke.args4j.Argument;

/** {@code stop-builds NAME…}: nothing is stopped unless all names are those of jobs. */
final class StopBuilds implements Command {
    private final NamedItems items;
    private final ItemRegistry registry;
    private final Builds builds;
    private final BuildRunner runner;

    @Argument(
            metaVar = "NAME",
            usage = "Names of the jobs whose builds are stopped",
            required = true,
            multiValued = true)
    private List<String> names = new ArrayList<>();

    StopBuilds(NamedItems items, ItemRegistry registry, Builds builds, BuildRunner runner) {
        this.items = items;
        this.registry = registry;
        this.builds = builds;
        this.runner = runner;
    }

    @Override
    public int run(Terminal terminal) {
        var caller = terminal.caller();
        var jobs = new LinkedHashSet<>(names)
                .stream().map(name -> job(caller, name)).toList();
        boolean stopped = false;
        for (var job : jobs) {
            for (var build : running(job)) {
                stopped |= stop(job, build, terminal);
            }
        }
        if (!stopped) {
            terminal.out().println("No builds stopped");
        }
        return SUCCESS;
    }

    private Job job(Caller caller, String name) {
        return items.find(caller, name)
                .filter(Job.class::isInstance)
                .map(Job.class::cast)
                .orElseThrow(() -> CommandFailure.argument("Job not found: '" + name + "'"));
    }

    private List<Build> running(Job job) {
        return builds.running().stream()
                .filter(build -> build.jobId() == job.id())
                .sorted(Comparator.comparingInt(Build::number).reversed())
                .toList();
    }

    private boolean stop(Job job, Build build, Terminal terminal) {
        var name = FullNames.of(registry, job);
        if (!build.building()) {
            terminal.out().println("Build '" + build.label() + "' in job '" + name + "' not stopped");
            return false;
        }
        try {
            runner.stop(terminal.caller(), new BuildId(build.jobId(), build.number()));
            terminal.out().println("Build '" + build.label() + "' stopped for job '" + name + "'");
            return true;
        } catch (Denied e) {
            terminal.out()
                    .println("Exception occurred while trying to stop build '" + build.label() + "' for job '" + name
                            + "'. " + PermissionId.sentence(e));
            return false;
        }
    }
}
