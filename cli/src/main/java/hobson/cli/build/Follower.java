package hobson.cli.build;

import hobson.cli.terminal.Fields;
import hobson.cli.terminal.ProgressLine;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Terminal;
import hobson.cli.terminal.Values;
import hobson.client.Build;
import hobson.client.BuildInfo;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Follows a build to its end: its log as it comes, and below it a line that shows how far the build is. One thread reads, this one
 * prints; what is not printed yet is bounded, however fast the build writes.
 */
final class Follower {
    private static final int WAITING_PIECES = 64;
    private static final long REDRAW_MILLIS = 250;

    private final Terminal terminal;
    private final InstantSource clock;

    Follower(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    private sealed interface Event {
        record Text(String text) implements Event {}

        record End(Optional<RuntimeException> failure) implements Event {}
    }

    /**
     * Follows it, and says at the end how it ended.
     *
     * @param lines how many of those are printed that it has written before; all when it is empty
     */
    BuildInfo follow(Build build, Optional<Integer> lines) throws InterruptedException {
        var before = build.info();
        var events = new ArrayBlockingQueue<Event>(WAITING_PIECES);
        var reader = Thread.ofVirtual().start(() -> read(build, events));
        try (var progress = new ProgressLine(terminal)) {
            print(events, new Tail(lines, log()), progress, before);
        } finally {
            reader.interrupt();
        }
        build.awaitResult();
        return build.info();
    }

    /** With JSON the answer is the result alone, and the log is what is said beside it. */
    private PrintStream log() {
        return terminal.json() ? terminal.err() : terminal.out();
    }

    private static void read(Build build, BlockingQueue<Event> events) {
        try {
            build.followLog((Consumer<String>) text -> put(events, new Event.Text(text)));
            put(events, new Event.End(Optional.empty()));
        } catch (RuntimeException e) {
            put(events, new Event.End(Optional.of(e)));
        }
    }

    private static void put(BlockingQueue<Event> events, Event event) {
        try {
            events.put(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody listens any more
        }
    }

    private void print(BlockingQueue<Event> events, Tail tail, ProgressLine progress, BuildInfo build)
            throws InterruptedException {
        while (true) {
            switch (events.poll(REDRAW_MILLIS, TimeUnit.MILLISECONDS)) {
                case null -> {
                    if (tail.isKeeping()) {
                        progress.above(tail::pause);
                    }
                    show(progress, build);
                }
                case Event.Text(var text) -> {
                    progress.above(() -> tail.accept(text));
                    show(progress, build);
                }
                case Event.End(var failure) -> {
                    progress.above(tail::pause);
                    failure.ifPresent(Follower::rethrow);
                    return;
                }
            }
        }
    }

    private static void rethrow(RuntimeException e) {
        throw e;
    }

    private void show(ProgressLine progress, BuildInfo build) {
        if (build.isBuilding()) {
            progress.show(
                    build.fullDisplayName(), Duration.between(build.startedAt(), clock.instant()), build.estimated());
        }
    }

    /** Says how it ended: on standard error, or as the answer with JSON. */
    void sayResult(String job, BuildInfo build) {
        if (terminal.json()) {
            new Fields()
                    .with("job", job)
                    .with("number", build.number())
                    .with("result", build.result())
                    .with("duration", build.duration())
                    .with("queueId", build.queueId() < 0 ? null : build.queueId())
                    .with("url", build.url())
                    .print(terminal);
        } else {
            var result = build.result().map(Enum::name).orElse("RUNNING");
            terminal.say(job + " #" + build.number() + " " + terminal.styledAside(Style.ofResult(result), result)
                    + " in " + Values.text(build.duration()));
        }
    }
}
