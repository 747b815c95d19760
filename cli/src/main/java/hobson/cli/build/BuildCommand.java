package hobson.cli.build;

import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Fields;
import hobson.cli.terminal.ProgressLine;
import hobson.client.Build;
import hobson.client.BuildInfo;
import hobson.client.HobsonException;
import hobson.client.Job;
import hobson.client.Parameters;
import hobson.client.QueueItem;
import hobson.client.Run;
import hobson.client.TriggerOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hobson build}: starts a build, and waits for it if wanted. */
@Command(
        name = "build",
        description = {
            "Builds a job; waits for the build and follows its log if wanted.",
            "",
            "With --wait or --follow it ends with the build's result: 0 success, 1 unstable, 2 failure, 3 not built,"
                    + " 4 aborted or cancelled. Ctrl-C leaves the build running."
        },
        footer = {
            "Examples:",
            "  hobson build team/deploy",
            "  hobson build team/deploy -p STAGE=test -p NOTES=@notes.txt --follow",
            "  hobson build team/deploy -p PASSWORD=@- < secret.txt",
            "  hobson build team/deploy --wait --json"
        })
public final class BuildCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 250;

    private final Session session;

    @picocli.CommandLine.Parameters(paramLabel = "JOB", description = "The full name of the job.")
    private String name = "";

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = {
                "A parameter. May be said again.",
                "NAME=@FILE takes the value from a file and NAME=@- from standard input, without a line's end at its end:"
                        + " what is said here, others can see in the list of processes. NAME=@@VALUE is a value that begins"
                        + " with @. A file parameter is sent as the file is."
            })
    private List<String> parameters = new ArrayList<>();

    @Option(
            names = {"-f", "--follow"},
            description = "Prints the log as it comes, with a bar that shows how far it is, and waits for the end.")
    private boolean follow;

    @Option(
            names = {"-w", "--wait"},
            description = "Waits for the end, without the log.")
    private boolean wait;

    @Option(
            names = "--delay",
            paramLabel = "SECONDS",
            description = "How long it waits in the queue at least; the job's quiet period unless it is said.")
    private @Nullable Integer delay;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The same key is the same build for seven days, however often it is asked for (Hobson only).")
    private @Nullable String key;

    public BuildCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var job = session.job(name);
        var values = parameters.isEmpty()
                ? Parameters.NONE
                : new ParameterWords(session.environment(), session.terminal().in(), job.info()).read(parameters);
        var run = job.trigger(values, options());
        if (!follow && !wait) {
            printQueued(job, run);
            return ExitCode.FINE;
        }
        var build = job.build(awaitStart(run));
        var end = follow
                ? new Follower(session.terminal(), session.clock()).follow(build, Optional.empty())
                : await(build);
        new Follower(session.terminal(), session.clock()).sayResult(name, end);
        return ExitCode.ofResult(end.result().map(Enum::name).orElse(""));
    }

    private TriggerOptions options() {
        var options = TriggerOptions.DEFAULT;
        options = delay == null ? options : options.delay(Duration.ofSeconds(delay));
        return key == null ? options : options.key(key);
    }

    private void printQueued(Job job, Run run) {
        new Fields()
                .with("job", name)
                .with("queueId", run.queueId())
                .with("url", job.url())
                .print(session.terminal());
    }

    private int awaitStart(Run run) throws InterruptedException {
        if (!session.terminal().showsProgress()) {
            return run.awaitNumber();
        }
        var began = session.clock().instant();
        try (var progress = new ProgressLine(session.terminal())) {
            while (true) {
                var item = waiting(run);
                var number = item.isPresent() ? OptionalInt.empty() : run.number();
                if (number.isPresent()) {
                    return number.getAsInt();
                }
                progress.show(
                        name + " in the queue: " + item.flatMap(QueueItem::why).orElse("it begins"),
                        Duration.between(began, session.clock().instant()),
                        Optional.empty());
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    /** Nothing when it has left the queue, or the server does not know it any more. */
    private static Optional<QueueItem> waiting(Run run) {
        try {
            return Optional.of(run.queueItem()).filter(item -> !item.hasLeft());
        } catch (HobsonException.NotFound e) {
            return Optional.empty();
        }
    }

    private BuildInfo await(Build build) throws InterruptedException {
        if (!session.terminal().showsProgress()) {
            build.awaitResult();
            return build.info();
        }
        try (var progress = new ProgressLine(session.terminal())) {
            var now = build.info();
            while (now.isBuilding()) {
                progress.show(
                        now.fullDisplayName(),
                        Duration.between(now.startedAt(), session.clock().instant()),
                        now.estimated());
                Thread.sleep(POLL_MILLIS);
                now = build.info();
            }
            return now;
        }
    }
}
