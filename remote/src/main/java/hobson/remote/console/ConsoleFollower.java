package hobson.remote.console;

import hobson.engine.build.BuildId;
import hobson.engine.build.Builds;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Copies consoles of builds to streams, with their line ends and without notes; also while they grow. Memory does not grow with them. */
public final class ConsoleFollower {
    /** Processes append to the log by themselves, so it has to be looked at. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** From this many bytes on there may be more at once. */
    private static final int MUCH = 64 * 1024;

    private final Builds builds;
    private final BooleanSupplier serverEnds;

    /** @param serverEnds whether nobody shall wait any longer; who makes it so rings the bell of the {@link Builds#endings} */
    public ConsoleFollower(Builds builds, BooleanSupplier serverEnds) {
        this.builds = builds;
        this.serverEnds = serverEnds;
    }

    /**
     * What there is now.
     *
     * @param lines how many of the last ones; all when it is negative
     */
    public void copy(BuildId build, int lines, OutputStream out) throws IOException {
        var file = file(build);
        if (Files.exists(file)) {
            LogSlice.toEnd(file, start(file, lines)).copy(out, ConsoleCopy.Form.RAW);
        }
    }

    /** What there is, and what is added until the build ends, or the server; flushed piece by piece. */
    public void follow(BuildId build, int lines, OutputStream out) throws IOException, InterruptedException {
        try {
            var file = file(build);
            long at = start(file, lines);
            boolean over = false;
            while (!over) {
                over = isOver(build);
                long before = at;
                at = copy(file, at, over, out);
                if (!over && at - before < MUCH) {
                    builds.endings().bell().await(() -> isOver(build), PAUSE);
                }
            }
        } catch (ClosedByInterruptException e) {
            Thread.interrupted(); // as it is told by an exception
            throw new InterruptedException();
        }
    }

    /** Waits for the end of the build, or of the server. */
    public void awaitEnd(BuildId build) throws InterruptedException {
        builds.endings().bell().await(() -> isOver(build));
    }

    private boolean isOver(BuildId build) {
        return !builds.isInProgress(build) || serverEnds.getAsBoolean();
    }

    private Path file(BuildId build) {
        return builds.folders().log(build.jobId(), build.number());
    }

    private static long start(Path file, int lines) throws IOException {
        return lines < 0 || !Files.exists(file) ? 0 : LogSlice.startOfLast(file, lines);
    }

    private static long copy(Path file, long at, boolean whole, OutputStream out) throws IOException {
        try {
            var slice = whole ? LogSlice.toEnd(file, at) : LogSlice.ofRunning(file, at);
            slice.copy(out, ConsoleCopy.Form.RAW);
            out.flush();
            return slice.next();
        } catch (NoSuchFileException e) {
            return at; // not yet there, or deleted with the build
        }
    }
}
