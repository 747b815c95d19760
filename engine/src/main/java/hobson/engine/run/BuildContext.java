package hobson.engine.run;

import hobson.engine.build.Build;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.Permalink;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.test.TestRecorder;
import hobson.engine.test.TestTotals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a step or publisher sees of its build. Used by the one thread that runs the build. */
public interface BuildContext {
    Job job();

    JobDefinition definition();

    /** As it is now. */
    Build build();

    /** Exists. */
    Path workspace();

    /** Where the build's own files are; archived artifacts go to {@code archive} below it. */
    Path folder();

    /** Complete, parameters included; never null values. */
    Map<String, String> environment();

    BuildLog log();

    /**
     * Writes the script to a file, prints the command line with it as last argument ({@code [demo] $ /bin/sh -xe …}), starts it in
     * the workspace with the build's environment, its output going to the build's log, and waits for it. What was started before a
     * crash of the server is waited for instead, and nothing is printed twice.
     *
     * @param order position among the commands of this step, from 0: the same after a crash
     * @return the exit code
     * @throws InterruptedException the build was stopped; the command and all it started are gone
     */
    int run(int order, List<String> command, String script) throws IOException, InterruptedException;

    /** As {@link #run}, without the line that says so in the log: for parts that say themselves what they do. */
    int runQuietly(int order, List<String> command, String script) throws IOException, InterruptedException;

    /** The newest other build of that kind, if there is one. */
    Optional<BuildSummary> newest(Permalink permalink);

    /**
     * Notes which files this build made or used.
     *
     * @param md5ByPath by path relative to the workspace, with slashes; a file's name is what follows the last one, and several
     *     files may have the same
     * @param made this build made them, rather than having been given them
     */
    void fingerprint(Map<String, String> md5ByPath, boolean made);

    /**
     * Begins to record tests, together with those that the publishers before this one have recorded. Again from there when this
     * publisher is performed again after a crash.
     */
    TestRecorder recordTests() throws IOException;

    /** Notes how all tests of the build went that were recorded so far. */
    void tested(TestTotals totals) throws IOException;

    /**
     * Asks for a build of another job on behalf of this one, and says in the log what became of it.
     *
     * @param jobName as it is written in the job's configuration: relative to its folder, or absolute with a leading slash
     */
    void trigger(String jobName) throws IOException;
}
