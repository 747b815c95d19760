package hobson.engine.run;

import hobson.engine.build.Build;
import hobson.engine.item.Job;
import java.io.IOException;

/** Asks for builds of jobs on behalf of another build. */
public interface Downstream {
    /**
     * Says in the log what became of it.
     *
     * @param jobName as the upstream job's definition writes it
     */
    void trigger(Job upstream, Build build, String jobName, BuildLog log) throws IOException;

    /** Whether other jobs say that they are built after this one. */
    boolean isAwaited(Job upstream);

    /** The same as {@link #trigger} for each of the jobs that say so and take that build's result. */
    void triggerListeners(Job upstream, Build build, BuildLog log) throws IOException;
}
