package hobson.remote.cli.build;

import hobson.remote.cli.Command;
import hobson.remote.cli.Terminal;
import hobson.remote.console.ConsoleFollower;
import java.io.IOException;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** {@code console JOB [BUILD] [-f] [-n N]}. */
final class Console implements Command {
    private final NamedBuilds builds;
    private final ConsoleFollower consoles;

    @Argument(metaVar = "JOB", usage = "Name of the job", required = true)
    private String name = "";

    @Argument(metaVar = "BUILD", usage = "Number of the build, or a permalink to it", index = 1)
    private String build = "lastBuild";

    @Option(name = "-f", usage = "Stays while the build runs, and shows what is added")
    private boolean follow;

    @Option(name = "-n", metaVar = "N", usage = "Shows the last N lines")
    private int lines = -1;

    Console(NamedBuilds builds, ConsoleFollower consoles) {
        this.builds = builds;
        this.consoles = consoles;
    }

    @Override
    public int run(Terminal terminal) throws IOException, InterruptedException {
        var found = builds.find(builds.job(terminal.caller(), name), build);
        if (follow) {
            consoles.follow(found, lines, terminal.log());
        } else {
            consoles.copy(found, lines, terminal.log());
        }
        return SUCCESS;
    }
}
