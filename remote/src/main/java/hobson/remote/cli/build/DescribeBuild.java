package hobson.remote.cli.build;

import hobson.engine.build.BuildActions;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import org.kohsuke.args4j.Argument;

/** {@code set-build-description JOB N TEXT}. */
final class DescribeBuild implements Command {
    private final NamedBuilds builds;
    private final BuildActions actions;

    @Argument(metaVar = "JOB", usage = "Name of the job", required = true)
    private String name = "";

    @Argument(metaVar = "BUILD#", usage = "Number of the build", required = true, index = 1)
    private int number;

    @Argument(
            metaVar = "DESCRIPTION",
            usage = "The description. '=' takes it from standard input",
            required = true,
            index = 2)
    private String description = "";

    DescribeBuild(NamedBuilds builds, BuildActions actions) {
        this.builds = builds;
        this.actions = actions;
    }

    @Override
    public int run(Terminal terminal) throws IOException {
        var caller = terminal.caller();
        var build = builds.find(builds.job(caller, name), number)
                .orElseThrow(() -> CommandFailure.argument("No such build #" + number));
        actions.requireUpdate(caller, build);
        actions.describe(caller, build, description.equals("=") ? terminal.text() : description);
        return SUCCESS;
    }
}
