package hobson.engine.build;

import hobson.engine.event.Change;
import java.util.List;

/** Takes in builds that were run elsewhere. To be used while nobody begins builds of the same job. */
public interface PastBuilds {
    /**
     * Adds those of the builds that the job does not have, all of which are over; the numbers of the next build and the next queue item
     * grow beyond theirs. The job's newest builds follow. Has been written and synced when it returns, with an event for each build.
     * Changes nothing when there is nothing new.
     *
     * @param next the lowest number that the next build may have
     */
    void adopt(long jobId, List<Build> builds, int next, Change change);
}
