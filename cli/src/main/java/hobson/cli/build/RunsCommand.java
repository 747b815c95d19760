package hobson.cli.build;

import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import hobson.client.BuildFilter;
import hobson.client.BuildInfo;
import hobson.client.Result;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hobson runs}. */
@Command(
        name = "runs",
        description = "Lists the builds of a job, the newest first.",
        footer = {
            "Examples:",
            "  hobson runs team/deploy",
            "  hobson runs team/deploy --result FAILURE -n 5",
            "  hobson runs team/deploy --revision 1a2b3c --json"
        })
public final class RunsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "JOB", description = "The full name of the job.")
    private String name = "";

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "At most so many; 20 unless it is said.")
    private int limit = 20;

    @Option(names = "--result", paramLabel = "RESULT", description = "Only those: ${COMPLETION-CANDIDATES}.")
    private @Nullable Result result;

    @Option(names = "--revision", paramLabel = "COMMIT", description = "Only those of the commit whose id begins so.")
    private @Nullable String revision;

    @Option(names = "--running", description = "Only those that are being built.")
    private boolean running;

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "Only those with that value.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    public RunsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var builds = session.job(name).builds(filter()).limit(limit).toList();
        new Table<BuildInfo>()
                .column("number", BuildInfo::number, build -> Style.BOLD)
                .column("result", RunsCommand::result, build -> Style.ofResult(result(build)))
                .column("started", BuildInfo::startedAt)
                .column("duration", build -> build.isBuilding() ? null : build.duration())
                .column("causes", BuildInfo::causes)
                .column("parameters", RunsCommand::shown)
                .column("revisions", BuildInfo::revisions)
                .print(session.terminal(), builds, name + " has no such build.");
        return ExitCode.FINE;
    }

    private BuildFilter filter() {
        var filter = BuildFilter.ALL;
        filter = result == null ? filter : filter.result(result);
        filter = revision == null ? filter : filter.revision(revision);
        filter = running ? filter.building(true) : filter;
        for (var parameter : parameters.entrySet()) {
            filter = filter.parameter(parameter.getKey(), parameter.getValue());
        }
        return filter;
    }

    private static String result(BuildInfo build) {
        return build.result()
                .filter(ended -> !build.isBuilding())
                .map(Enum::name)
                .orElse("RUNNING");
    }

    private static Object shown(BuildInfo build) {
        return build.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .toList();
    }
}
