package hobson.remote.cli.build;

import hobson.engine.build.BuildActions;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Terminal;
import org.kohsuke.args4j.Argument;

/** {@code set-build-display-name JOB N TEXT}. */
final class RenameBuild implements Command {
    private final NamedBuilds builds;
    private final BuildActions actions;

    @Argument(metaVar = "JOB", usage = "Name of the job", required = true)
    private String name = "";

    @Argument(metaVar = "BUILD#", usage = "Number of the build", required = true, index = 1)
    private int number;

    @Argument(metaVar = "DISPLAYNAME", usage = "The display name", required = true, index = 2)
    private String displayName = "";

    RenameBuild(NamedBuilds builds, BuildActions actions) {
        this.builds = builds;
        this.actions = actions;
    }

    @Override
    public int run(Terminal terminal) {
        var caller = terminal.caller();
        var build = builds.find(builds.job(caller, name), number)
                .orElseThrow(() -> CommandFailure.argument("Build #" + number + " does not exist"));
        actions.rename(caller, build, displayName);
        return SUCCESS;
    }
}
