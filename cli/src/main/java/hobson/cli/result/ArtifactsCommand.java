package hobson.cli.result;

import hobson.cli.build.BuildReference;
import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Json;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import hobson.client.Artifact;
import hobson.client.Build;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hobson artifacts}: the files that builds have kept. */
@Command(
        name = "artifacts",
        description = "Lists and fetches the files that a build has kept.",
        footer = {
            "Examples:",
            "  hobson artifacts list team/app",
            "  hobson artifacts get team/app",
            "  hobson artifacts get team/app '**/*.jar' 'docs/**' -b 12 -d out"
        })
public final class ArtifactsCommand implements Runnable {
    private static final String EVERYTHING = "**";

    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ArtifactsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Missing command: list or get");
    }

    @Command(description = "Lists them.")
    int list(
            @Parameters(paramLabel = "JOB", description = "The full name of the job.") String name,
            @Parameters(
                            paramLabel = "BUILD",
                            arity = "0..1",
                            defaultValue = "lastSuccessfulBuild",
                            description = "A number, or ${DEFAULT-VALUE} when it is not said.")
                    String reference) {
        new Table<Artifact>()
                .column("path", Artifact::path, artifact -> Style.BOLD)
                .print(
                        session.terminal(),
                        build(name, reference).artifacts(),
                        name + " " + reference + " has kept no files.");
        return ExitCode.FINE;
    }

    @Command(
            description = "Fetches them, each to its path below a directory; no file leaves it, whatever it is called.")
    int get(
            @Parameters(paramLabel = "JOB", description = "The full name of the job.") String name,
            @Parameters(
                            paramLabel = "GLOB",
                            arity = "0..*",
                            description = "Which, as Ant has it: '**/*.jar'. All when it is not said.")
                    List<String> globs,
            @Option(
                            names = {"-b", "--build"},
                            paramLabel = "BUILD",
                            defaultValue = "lastSuccessfulBuild",
                            description = "A number, or ${DEFAULT-VALUE} when it is not said.")
                    String reference,
            @Option(
                            names = {"-d", "--directory"},
                            paramLabel = "DIR",
                            defaultValue = ".",
                            description = "Where to; here when it is not said.")
                    String directory) {
        var wanted = globs == null || globs.isEmpty() ? List.of(EVERYTHING) : globs;
        var build = build(name, reference);
        build = build.job().build(build.number());
        var folder = session.environment().file(directory);
        var fetched = new LinkedHashSet<String>();
        for (var glob : wanted) {
            build.downloadArtifacts(glob, folder).forEach(file -> fetched.add(file.toString()));
        }
        if (fetched.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND,
                    build + " has kept no file like " + String.join(", ", wanted) + ". 'hobson artifacts list " + name
                            + " " + build.number() + "' shows those it has.");
        }
        if (session.terminal().json()) {
            Json.print(session.terminal(), Map.of("build", build.number(), "files", List.copyOf(fetched)));
        } else {
            fetched.forEach(session.terminal()::print);
        }
        return ExitCode.FINE;
    }

    private Build build(String name, String reference) {
        return BuildReference.of(session, name, reference);
    }
}
