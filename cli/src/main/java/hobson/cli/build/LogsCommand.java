package hobson.cli.build;

import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.client.Build;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hobson logs}. */
@Command(
        name = "logs",
        description = {
            "Prints the log of a build.",
            "",
            "With -f it goes on until the build ends, and ends with its result as 'build --follow' does."
        },
        footer = {
            "Examples:",
            "  hobson logs team/deploy",
            "  hobson logs -f team/deploy",
            "  hobson logs -n 50 team/deploy 12"
        })
public final class LogsCommand implements Callable<Integer> {
    private static final int PIECE = 1 << 14;

    private final Session session;

    @Parameters(paramLabel = "JOB", description = "The full name of the job.")
    private String name = "";

    @Parameters(
            paramLabel = "BUILD",
            index = "1",
            arity = "0..1",
            description = "A number, or lastBuild (when it is not said), lastFailedBuild and the like.")
    private String reference = "lastBuild";

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on until the build ends.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "Only the last N lines; with -f, of what there is already.")
    private @Nullable Integer lines;

    public LogsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (lines != null && lines < 0) {
            throw new CommandFailure(ExitCode.USAGE, "A number of lines is not negative.");
        }
        var build = BuildReference.of(session, name, reference);
        if (!follow) {
            print(build);
            return ExitCode.FINE;
        }
        var follower = new Follower(session.terminal(), session.clock());
        var end = follower.follow(session.job(name).build(build.number()), Optional.ofNullable(lines));
        follower.sayResult(name, end);
        return ExitCode.ofResult(end.result().map(Enum::name).orElse(""));
    }

    private void print(Build build) throws IOException {
        var tail = new Tail(Optional.ofNullable(lines), session.terminal().out());
        try (var log = new InputStreamReader(build.logStream(), StandardCharsets.UTF_8)) {
            var buffer = new char[PIECE];
            for (int some = log.read(buffer); some >= 0; some = log.read(buffer)) {
                tail.accept(new String(buffer, 0, some));
            }
        }
        tail.pause();
    }
}
