package hobson.engine.build;

import java.time.Instant;
import java.util.List;

/** Decides which builds of a job are deleted after a build has ended. Immutable. */
public interface Discarder {
    /**
     * What to delete.
     *
     * @param builds numbers of builds to delete whole
     * @param artifacts numbers of builds to delete the artifacts of
     */
    record Discards(List<Integer> builds, List<Integer> artifacts) {}

    /**
     * @param history newest first
     * @param isProtected says of a number whether that build is never deleted: running, kept, last successful or last stable
     */
    Discards select(List<BuildSummary> history, java.util.function.IntPredicate isProtected, Instant now);
}
