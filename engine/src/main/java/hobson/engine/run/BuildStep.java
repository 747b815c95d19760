package hobson.engine.run;

import hobson.engine.build.Result;
import java.io.IOException;

/**
 * One thing a build does. Immutable: all that belongs to a build is in its context.
 *
 * <p>After a crash of the server a step that had begun and not ended is performed again; what it launches through the context is
 * then found and not started a second time.
 */
public interface BuildStep {
    /** As the console and error messages call it: {@code Execute shell}. */
    String name();

    /**
     * Runs to the end. The build's log says afterwards what a bad result means for the build ({@code Build step 'Execute shell'
     * marked build as failure}): steps and publishers leave that line to the one who runs them.
     *
     * @return {@link Result#SUCCESS}, {@link Result#UNSTABLE} to go on with a worse result, {@link Result#FAILURE} to skip the
     *     remaining steps
     * @throws InterruptedException the build was stopped
     */
    Result perform(BuildContext context) throws IOException, InterruptedException;
}
