package hobson.remote.feed;

import hobson.engine.build.Build;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.Builds;
import hobson.engine.build.Result;
import org.jspecify.annotations.Nullable;

/** What a build says about its job, in a few words (remote-api.md §9.1). */
final class BuildStatus {
    private final Builds builds;

    BuildStatus(Builds builds) {
        this.builds = builds;
    }

    String of(long jobId, BuildSummary build) {
        var result = build.result();
        if (result == null) return "?";
        return switch (result) {
            case ABORTED -> "aborted";
            case NOT_BUILT -> "not built";
            case UNSTABLE -> "unstable";
            case SUCCESS -> {
                var before = judgedBefore(jobId, build);
                yield before == null || before == Result.SUCCESS ? "stable" : "back to normal";
            }
            case FAILURE ->
                judgedBefore(jobId, build) == Result.FAILURE ? brokenSince(jobId, build) : "broken since this build";
        };
    }

    /** Whether things were better before. */
    boolean isWorse(long jobId, BuildSummary build) {
        var result = build.result();
        var before = judgedBefore(jobId, build);
        return (result == Result.FAILURE && before != Result.FAILURE)
                || (result == Result.UNSTABLE && before == Result.SUCCESS);
    }

    /** The result of the newest build before that one which came to a judgement; null when there is none. */
    private @Nullable Result judgedBefore(long jobId, BuildSummary build) {
        for (var before : older(jobId, build)) {
            var result = before.result();
            if (result == Result.SUCCESS || result == Result.UNSTABLE || result == Result.FAILURE) return result;
        }
        return null;
    }

    private String brokenSince(long jobId, BuildSummary build) {
        int first = build.number();
        for (var before : older(jobId, build)) {
            if (before.result() != Result.FAILURE) return "broken since build " + label(jobId, first);
            first = before.number();
        }
        return "broken for a long time";
    }

    private String label(long jobId, int number) {
        return builds.find(jobId, number).map(Build::label).orElse("#" + number);
    }

    private OlderBuilds older(long jobId, BuildSummary build) {
        return new OlderBuilds(builds.history(jobId), build.number());
    }
}
