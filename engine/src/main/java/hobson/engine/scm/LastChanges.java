package hobson.engine.scm;

import java.util.Collection;
import java.util.List;

/**
 * Who has changed the sources of which job, and when last: one record for each of them and each job, however many builds there are. It is
 * there as long as the job is.
 */
public interface LastChanges {
    /** A longer name is cut. */
    int LONGEST_NAME = 250;

    /** Notes who has made the changes that a build has got. Has been written and synced when it returns; an older time changes nothing. */
    void note(long jobId, Collection<String> authors, long at);

    /** The newest ones, newest first. */
    List<LastChange> newest(int most);
}
