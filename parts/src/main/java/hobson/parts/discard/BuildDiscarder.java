package hobson.parts.discard;

import hobson.engine.build.BuildSummary;
import hobson.engine.build.Discarder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * Keeps builds and artifacts by number and by age ({@code queue-and-scheduling.md §14}). A limit that is not there keeps
 * everything.
 *
 * @param builds how long whole builds are kept
 * @param artifacts how long the artifacts of those are kept
 */
record BuildDiscarder(Keep builds, Keep artifacts) implements Discarder {

    /** How many of the newest, and for how many days. */
    record Keep(OptionalInt number, OptionalInt days) {
        /** @param index 0 for the newest build */
        private boolean covers(int index, BuildSummary build, Instant now) {
            return !(number.isPresent() && index >= number.getAsInt())
                    && !(days.isPresent() && isOlder(build, now.minus(Duration.ofDays(days.getAsInt()))));
        }

        private static boolean isOlder(BuildSummary build, Instant limit) {
            return build.timestamp() < limit.toEpochMilli();
        }
    }

    @Override
    public Discards select(List<BuildSummary> history, IntPredicate isProtected, Instant now) {
        var discardedBuilds = new ArrayList<Integer>();
        var discardedArtifacts = new ArrayList<Integer>();
        for (int i = 0; i < history.size(); i++) {
            var build = history.get(i);
            boolean keep = builds.covers(i, build, now);
            if ((keep && artifacts.covers(i, build, now)) || isProtected.test(build.number())) {
                continue;
            }
            (keep ? discardedArtifacts : discardedBuilds).add(build.number());
        }
        return new Discards(discardedBuilds, discardedArtifacts);
    }
}
