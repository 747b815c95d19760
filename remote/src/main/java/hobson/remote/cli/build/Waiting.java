package hobson.remote.cli.build;

import hobson.engine.Refusal;
import hobson.engine.Uninterrupted;
import hobson.engine.build.Build;
import hobson.engine.build.BuildId;
import hobson.engine.build.Builds;
import hobson.engine.build.Result;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.queue.Queue;
import hobson.engine.queue.Submission;
import hobson.engine.run.BuildRunner;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.Terminal;
import hobson.remote.console.ConsoleFollower;
import hobson.remote.read.FullNames;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Follows a build that was asked for, from the queue to its end. */
final class Waiting {
    private static final String SERVER_ENDS =
            "The server ends. The build is not lost: it goes on when the server is back.";

    private static final Duration LEAVING = Duration.ofSeconds(10);

    private final ItemRegistry registry;
    private final Queue queue;
    private final Builds builds;
    private final BuildRunner runner;
    private final ConsoleFollower consoles;

    Waiting(ItemRegistry registry, Queue queue, Builds builds, BuildRunner runner, ConsoleFollower consoles) {
        this.registry = registry;
        this.queue = queue;
        this.builds = builds;
        this.runner = runner;
        this.consoles = consoles;
    }

    /** Waits until the build begins, and says so. */
    BuildId awaitStart(Job job, Submission submission, Terminal terminal) throws InterruptedException {
        int number = number(submission);
        if (number == 0) {
            throw queue.isEnding()
                    ? CommandFailure.abort(SERVER_ENDS)
                    : CommandFailure.state("The build was cancelled while it waited in the queue.");
        }
        var build = new BuildId(job.id(), number);
        terminal.out().println("Started " + name(find(build)));
        terminal.flush();
        return build;
    }

    private int number(Submission submission) throws InterruptedException {
        try {
            return queue.left(submission.itemId()).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody fails it", e);
        }
    }

    private Build find(BuildId build) {
        return builds.find(build.jobId(), build.number())
                .orElseThrow(() -> CommandFailure.abort("The build was deleted."));
    }

    /** {@code folder » job #7}. */
    private String name(Build build) {
        return registry.find(build.jobId())
                        .map(job -> FullNames.of(registry, job) + " ")
                        .orElse("")
                + build.label();
    }

    /**
     * Waits until the build has ended, and says so.
     *
     * @param console whether its console is shown
     * @return the exit code that stands for its result
     */
    int awaitEnd(BuildId id, boolean console, Terminal terminal) throws IOException, InterruptedException {
        if (console) {
            consoles.follow(id, -1, terminal.log());
        }
        consoles.awaitEnd(id);
        if (builds.isInProgress(id)) {
            throw CommandFailure.abort(SERVER_ENDS);
        }
        var build = find(id);
        terminal.out().println("Completed " + name(build) + " : " + build.result());
        return code(build.result());
    }

    private static int code(@org.jspecify.annotations.Nullable Result result) {
        return switch (result) {
            case SUCCESS -> 0;
            case UNSTABLE -> 1;
            case FAILURE -> 2;
            case NOT_BUILT -> 3;
            case ABORTED -> 4;
            case null -> throw new IllegalStateException("a build that has ended has a result");
        };
    }

    /** The caller has gone, and may be said to have gone more than once: nobody wants the build any more, unless it is another's as well. */
    void takeBack(Caller caller, Job job, Submission submission) {
        Uninterrupted.run(() -> cancel(caller, job, submission));
    }

    private void cancel(Caller caller, Job job, Submission submission) {
        boolean own = submission.outcome() == Submission.Outcome.CREATED;
        try {
            if (own) {
                queue.withdraw(caller, job, submission.itemId());
            } else {
                queue.cancel(caller, job, submission.itemId());
            }
        } catch (Denied e) {
            return; // it is another's
        } catch (Refusal e) { // it has left, or is just leaving
            int number = queue.left(submission.itemId())
                    .copy()
                    .completeOnTimeout(0, LEAVING.toSeconds(), TimeUnit.SECONDS)
                    .join();
            if (number > 0) {
                stop(caller, own, new BuildId(job.id(), number));
            }
        }
    }

    private void stop(Caller caller, boolean own, BuildId build) {
        if (own) {
            runner.withdraw(caller, build);
        } else {
            runner.stop(caller, build);
        }
    }
}
