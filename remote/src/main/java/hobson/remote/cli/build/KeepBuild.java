package hobson.remote.cli.build;

import hobson.engine.build.BuildActions;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Terminal;
import hobson.remote.route.BuildNames;
import org.kohsuke.args4j.Argument;

/** {@code keep-build JOB N}. */
final class KeepBuild implements Command {
    private final NamedBuilds builds;
    private final BuildActions actions;

    @Argument(metaVar = "JOB", usage = "Name of the job", required = true)
    private String name = "";

    @Argument(metaVar = "BUILD#", usage = "Number of the build", required = true, index = 1)
    private String number = "";

    KeepBuild(NamedBuilds builds, BuildActions actions) {
        this.builds = builds;
        this.actions = actions;
    }

    @Override
    public int run(Terminal terminal) {
        var job = builds.jobOfMethod(terminal.caller(), name);
        int wanted =
                BuildNames.number(number).orElseThrow(() -> CommandFailure.usage(number + "is not a number")); // sic
        var build = builds.find(job, wanted)
                .orElseThrow(() -> CommandFailure.usage("No such build '#" + wanted + "' exists"));
        actions.keep(terminal.caller(), build);
        return SUCCESS;
    }
}
