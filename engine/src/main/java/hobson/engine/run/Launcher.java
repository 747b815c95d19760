package hobson.engine.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Starts processes that outlive this server, and finds them again.
 *
 * <p>Called concurrently. A process runs in a session of its own with no input, its output appended to a file; its exit code goes
 * to the order's record even when no server is there to see it.
 */
public interface Launcher {
    /**
     * Starts the command, unless the order's record shows that it was started before: then that process is found, whether it
     * still runs or has ended since.
     */
    RunningProcess launch(Order order) throws IOException;

    /**
     * Kills, soon and in the background, every process whose environment has all of these values: what a build left behind.
     */
    void sweep(Map<String, String> cookies);

    /**
     * A command to start.
     *
     * @param record a file of the launcher's own, for this command alone, in a folder that exists
     * @param environment the whole of it
     * @param log output is appended to it
     */
    record Order(Path record, List<String> command, Path workingDirectory, Map<String, String> environment, Path log) {
        public Order {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    /** A process that was started, by this server or the one before it. */
    interface RunningProcess {
        /**
         * Waits for the end.
         *
         * @return the exit code, 128 + n after a signal n; empty when the process vanished without leaving one (the machine went
         *     down, or somebody killed it and its parent)
         */
        OptionalInt await() throws InterruptedException;

        /**
         * Ends the process and all it started: asks with TERM, children first, waits for the grace, then kills. Returns when they
         * are gone. Does nothing when it has ended.
         */
        void stop(Duration grace, Map<String, String> cookies);
    }
}
