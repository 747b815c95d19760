package hobson.cli.item;

import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import hobson.client.JobFilter;
import hobson.client.JobStatus;
import hobson.client.JobSummary;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hobson jobs}. */
@Command(
        name = "jobs",
        description = "Lists jobs and folders.",
        footer = {
            "Examples:",
            "  hobson jobs",
            "  hobson jobs -r --status FAILURE",
            "  hobson jobs team -r --match 'deploy$' --json"
        })
public final class JobsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "What is in this folder; at the top when it is not said.")
    private String folder = "";

    @Option(
            names = {"-r", "--recursive"},
            description = "What is in folders of it, too.")
    private boolean recursive;

    @Option(names = "--match", paramLabel = "REGEX", description = "Only those in whose full name this is found.")
    private @Nullable String match;

    @Option(names = "--status", paramLabel = "STATUS", description = "Only those: ${COMPLETION-CANDIDATES}.")
    private @Nullable JobStatus status;

    @Option(names = "--building", description = "Only those that are being built.")
    private boolean building;

    @Option(
            names = "--kind",
            paramLabel = "CLASS",
            description = "Only those: hudson.model.FreeStyleProject and the like.")
    private @Nullable String kind;

    public JobsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var place = session.hobson().folder(folder).jobs();
        var jobs = recursive ? place.tree(filter()).toList() : place.list(filter());
        new Table<JobSummary>()
                .column("name", JobSummary::path, job -> Style.BOLD)
                .column("status", JobsCommand::state, job -> Style.ofResult(state(job)))
                .column("building", JobSummary::isBuilding)
                .column("kind", job -> job.className().substring(job.className().lastIndexOf('.') + 1))
                .print(session.terminal(), jobs, "There is no such job.");
        return ExitCode.FINE;
    }

    private JobFilter filter() {
        var filter = JobFilter.ALL;
        filter = match == null ? filter : filter.named(pattern(match));
        filter = status == null ? filter : filter.status(status);
        filter = building ? filter.building(true) : filter;
        return kind == null ? filter : filter.kind(kind);
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "'" + regex + "' is no regular expression: " + e.getDescription() + ".");
        }
    }

    private static String state(JobSummary job) {
        return job.status().map(Enum::name).orElse("");
    }
}
