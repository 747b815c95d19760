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
        /** When the oldest build that is still kept may have been made, milliseconds since 1970. */
        private long oldest(Instant now) {
            return days.isPresent()
                    ? now.minus(Duration.ofDays(days.getAsInt())).toEpochMilli()
                    : Long.MIN_VALUE;
        }

        /** How many are kept. */
        private int most() {
            return number.orElse(Integer.MAX_VALUE);
        }
    }

    @Override
    public Discards select(List<BuildSummary> history, IntPredicate isProtected, Instant now) {
        var discardedBuilds = new ArrayList<Integer>();
        var discardedArtifacts = new ArrayList<Integer>();
        long oldestBuild = builds.oldest(now);
        long oldestArtifacts = artifacts.oldest(now);
        for (int i = 0; i < history.size(); i++) {
            var build = history.get(i);
            boolean keep = i < builds.most() && build.timestamp() >= oldestBuild;
            boolean keepArtifacts = i < artifacts.most() && build.timestamp() >= oldestArtifacts;
            if (!(keep && keepArtifacts) && !isProtected.test(build.number())) {
                (keep ? discardedArtifacts : discardedBuilds).add(build.number());
            }
        }
        return new Discards(discardedBuilds, discardedArtifacts);
    }
}
