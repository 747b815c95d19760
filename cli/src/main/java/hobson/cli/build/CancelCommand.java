package hobson.cli.build;

import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.client.BuildFilter;
import hobson.client.HobsonException;
import hobson.client.Job;
import hobson.client.Queue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hobson cancel}: takes something out of the queue, or stops a build. */
@Command(
        name = "cancel",
        description = {
            "Stops a build, or takes something out of the queue.",
            "",
            "A number alone is that of a queue item; a job that is called by a number is named with a slash before it."
        },
        footer = {
            "Examples:",
            "  hobson cancel 4711                       # a queue item",
            "  hobson cancel team/deploy 12             # a build",
            "  hobson cancel team/deploy --all          # whatever waits or runs of it"
        })
public final class CancelCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "JOB", description = "The full name of a job, or the number of a queue item.")
    private String target = "";

    @Parameters(paramLabel = "BUILD", index = "1", arity = "0..1", description = "A number, or lastBuild and the like.")
    private String build = "";

    @Option(names = "--all", description = "Everything that waits or runs of the job.")
    private boolean all;

    public CancelCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var hobson = session.hobson();
        if (build.isEmpty() && !all && target.matches("\\d{1,18}")) {
            cancelItem(hobson.queue(), Long.parseLong(target));
            return ExitCode.FINE;
        }
        var job = session.job(target);
        if (all) {
            cancelAll(job);
        } else if (build.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Which build of " + target + "? Say its number, lastBuild, or --all for whatever waits or runs.");
        } else {
            stop(job, BuildReference.of(session, target, build).number());
        }
        return ExitCode.FINE;
    }

    private void cancelItem(Queue queue, long id) {
        try {
            queue.cancel(id);
        } catch (HobsonException.NotFound e) {
            throw new CommandFailure(
                    ExitCode.NOT_FOUND, "Queue item " + id + " does not wait: 'hobson queue' lists those that do.");
        }
        session.terminal().say("Cancelled queue item " + id + ".");
    }

    private void cancelAll(Job job) {
        session.hobson().queue().cancel(job.path());
        job.builds(BuildFilter.ALL.building(true)).limit(1_000).forEach(running -> stop(job, running.number()));
    }

    private void stop(Job job, int number) {
        job.build(number).stop();
        session.terminal().say("Stopped " + job.path() + " #" + number + ".");
    }
}
