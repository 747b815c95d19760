package hobson.client;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A build that was asked for: first a queue item, then a build. What {@code await} is in the name of waits in this thread, as long as allowed and
 * for ever otherwise; what {@code Async} is in the name of needs no thread while it waits, and stops when its future is cancelled.
 *
 * <p>Finds its build also after Jenkins has forgotten the queue item. Thread-safe.
 */
public final class Run {
    /** A queue item may name its build a moment before that can be found. */
    private static final Duration UNTIL_THERE = Duration.ofSeconds(10);

    private final Connection connection;
    private final Job job;
    private final long item;
    private volatile int number;
    private volatile long numberedAt;

    Run(Connection connection, Job job, long item) {
        this.connection = connection;
        this.job = job;
        this.item = item;
    }

    /** What is built. */
    public Job job() {
        return job;
    }

    /** The id of the queue item. */
    public long queueId() {
        return item;
    }

    /**
     * The queue item as it is now.
     *
     * @throws HobsonException.NotFound when the server has forgotten it
     */
    public QueueItem queueItem() {
        return QueueItem.of(connection.json("queue/item/" + item + "/api/json"));
    }

    /**
     * The number of the build; nothing while it waits.
     *
     * @throws HobsonException.Cancelled when it never will be a build
     * @throws HobsonException.NotFound when neither the queue nor the job knows of it any more
     */
    public OptionalInt number() {
        if (number > 0) {
            return OptionalInt.of(number);
        }
        var found = inQueue();
        if (found.isPresent()) {
            numberedAt = System.nanoTime();
            number = found.getAsInt();
        }
        return found;
    }

    private OptionalInt inQueue() {
        try {
            var now = queueItem();
            if (now.isCancelled()) {
                throw new HobsonException.Cancelled("Queue item " + item + " of " + job + " was cancelled.");
            }
            return now.build();
        } catch (HobsonException.NotFound e) {
            return OptionalInt.of(new History(connection, job.address)
                    .ofQueueItem(item)
                    .orElseThrow(() -> new HobsonException.NotFound(
                            "Queue item " + item + " of " + job + " is forgotten, and no build of the job was it.",
                            404)));
        }
    }

    /** Waits until it is a build. */
    public int awaitNumber() {
        return Waiting.await(this::boxedNumber, pace(null));
    }

    /** Waits until it is a build, but not longer. */
    public int awaitNumber(Duration longest) {
        return Waiting.await(this::boxedNumber, pace(longest));
    }

    /** The number of the build, as soon as it is one. */
    public CompletionStage<Integer> awaitNumberAsync() {
        return Waiting.async(this::boxedNumber, pace(null), connection.executor());
    }

    private Optional<Integer> boxedNumber() {
        var now = number();
        return now.isPresent() ? Optional.of(now.getAsInt()) : Optional.empty();
    }

    /** Waits until it is a build, and is that. */
    public Build awaitBuild() {
        return job.build(awaitNumber());
    }

    /** Waits until the build has ended. */
    public Result awaitResult() {
        return Waiting.await(this::result, pace(null));
    }

    /** Waits until the build has ended, but not longer. */
    public Result awaitResult(Duration longest) {
        return Waiting.await(this::result, pace(longest));
    }

    /** How the build ended, as soon as it has. */
    public CompletionStage<Result> awaitResultAsync() {
        return Waiting.async(this::result, pace(null), connection.executor());
    }

    /** How the build ended; nothing before. */
    public Optional<Result> result() {
        var now = number();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        try {
            return job.build(now.getAsInt()).resultNow();
        } catch (HobsonException.NotFound e) {
            if (System.nanoTime() - numberedAt > UNTIL_THERE.toNanos()) {
                throw e; // it was deleted
            }
            return Optional.empty();
        }
    }

    private Pace pace(@Nullable Duration longest) {
        return new Pace("Queue item " + item + " of " + job, longest);
    }

    /** Waits until it is a build, and hands over what that writes until it ends. */
    public void followLog(Consumer<String> text) {
        awaitBuild().followLog(text);
    }

    /** Waits until it is a build, and copies what that writes until it ends. */
    public void followLog(OutputStream to) {
        awaitBuild().followLog(to);
    }

    /** Waits until it is a build, and for each line that it writes. To be closed. */
    public Stream<String> lines() {
        return awaitBuild().lines();
    }

    /** Hands over what the build writes; complete when it has ended. */
    public CompletionStage<Void> followLogAsync(Consumer<String> text) {
        return Waiting.then(
                Waiting.async(this::boxedNumber, pace(null), connection.executor()),
                now -> new LogFollower(connection, job.build(now).address()).followAsync(text));
    }

    /** Waits until the build has ended, and reads what its tests said; nothing when there were none. */
    public Optional<TestReport> awaitTestReport() {
        awaitResult();
        return awaitBuild().testReport();
    }

    /** What the tests said, as soon as the build has ended. */
    public CompletionStage<Optional<TestReport>> awaitTestReportAsync() {
        return Waiting.then(
                Waiting.async(this::result, pace(null), connection.executor()),
                result -> CompletableFuture.supplyAsync(() -> awaitBuild().testReport(), connection.executor()));
    }

    /** Takes it out of the queue, or stops the build that it is. Does nothing when it has ended. */
    public void cancel() {
        try {
            var now = number();
            if (now.isEmpty()) {
                connection.send(Call.post("queue/cancelItem?id=" + item));
                now = number();
            }
            now.ifPresent(build -> job.build(build).stop());
        } catch (HobsonException.Cancelled e) {
            // as it was to be
        } catch (HobsonException.NotFound | HobsonException.ServerFailure e) {
            number().ifPresent(build -> job.build(build).stop()); // it left the queue meanwhile
        }
    }

    @Override
    public String toString() {
        return job + " (queue item " + item + (number > 0 ? ", build " + number : "") + ")";
    }
}
