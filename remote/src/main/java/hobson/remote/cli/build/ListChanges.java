package hobson.remote.cli.build;

import hobson.remote.cli.Command;
import hobson.remote.cli.Terminal;
import java.io.IOException;
import org.kohsuke.args4j.Argument;
import org.kohsuke.args4j.Option;

/** {@code list-changes JOB RANGE}. */
final class ListChanges implements Command {
    private final NamedBuilds builds;
    private final Changes changes;

    @Argument(metaVar = "JOB", usage = "Name of the job", required = true)
    private String name = "";

    @Argument(metaVar = "RANGE", usage = "The builds: 'N-M', 'N,M' or 'N'", required = true, index = 1)
    private String range = "";

    @Option(name = "-format", usage = "How the changes are written")
    private Changes.Format format = Changes.Format.PLAIN;

    ListChanges(NamedBuilds builds, Changes changes) {
        this.builds = builds;
        this.changes = changes;
    }

    @Override
    public int run(Terminal terminal) throws IOException {
        var job = builds.job(terminal.caller(), name);
        changes.write(builds.find(job, BuildRange.of(range)), format, terminal);
        return SUCCESS;
    }
}
