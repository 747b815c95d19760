package hobson.engine.build;

import hobson.engine.event.Change;
import java.util.List;
import java.util.Optional;

/**
 * Where builds live. Methods are atomic, may be called concurrently, and have been written and synced when they return; each
 * change also appends one event and keeps the job's next build number and its newest and newest completed build in step.
 */
public interface BuildStore {
    /**
     * Adds a running build, takes its queue item out of the queue with this build as its executable, and sets the job's next
     * build number to the number after it. Refuses ({@code CONFLICT}) when the item has left the queue already or the number is
     * below the job's next one: a trigger runs once and a number is used once, whoever asks. Refuses ({@code NOT_FOUND}) when
     * there is no such job.
     */
    default void start(Build build, Change change) {
        starting(build, change).await();
    }

    /** As {@link #start}, but has been written only when it was awaited. What was asked for first is written first. */
    Starting starting(Build build, Change change);

    /** A build on its way into the store. */
    @FunctionalInterface
    interface Starting {
        /** To be called by the thread that has it, once. Throws what {@link BuildStore#start} throws. */
        void await();
    }

    /**
     * Writes the build as it is now. When {@code build} is no longer building, the job's newest completed build follows. Refuses
     * ({@code NOT_FOUND}) when there is no such build.
     */
    void update(Build build, Change change);

    /**
     * Removes the build's record and what it knows of files; the queue item that it came from no longer answers. The number is not
     * used again. Does nothing when there is no such build.
     */
    void delete(long jobId, int number, Change change);

    Optional<Build> find(long jobId, int number);

    /** Those of these builds that there are, in any order. One read for many of them. */
    List<Build> find(List<BuildId> ids);

    /** Every build that is not {@link Build.Phase#COMPLETED}. */
    List<Build> inProgress();

    /** Summaries of all builds of the job, newest first. */
    List<BuildSummary> history(long jobId);
}
