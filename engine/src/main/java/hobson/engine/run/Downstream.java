package hobson.engine.run;

import hobson.engine.build.Build;
import hobson.engine.item.Job;
import java.io.IOException;

/** Asks for a build of a job on behalf of another build. */
@FunctionalInterface
public interface Downstream {
    /**
     * Says in the log what became of it.
     *
     * @param jobName as the upstream job's definition writes it
     */
    void trigger(Job upstream, Build build, String jobName, BuildLog log) throws IOException;
}
