package hobson.remote.feed;

import hobson.engine.build.Build;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.Builds;
import hobson.engine.build.Result;
import hobson.engine.test.TestTotals;
import org.jspecify.annotations.Nullable;

/** What a build says about its job, in a few words (remote-api.md §9.1). */
final class BuildStatus {
    private static final int NO_REPORT = -1;

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
            case UNSTABLE -> unstable(jobId, build);
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

    /** How many tests fail, and whether that is news. */
    private String unstable(long jobId, BuildSummary build) {
        var tests = tests(jobId, build.number());
        if (tests <= 0) return "unstable";
        var before = builds.history(jobId).before(build.number());
        int testsBefore = before == null ? NO_REPORT : tests(jobId, before.number());
        if (testsBefore == NO_REPORT) return tests + (tests == 1 ? " test failure" : " test failures");
        if (testsBefore == 0) return count(tests) + "  started to fail";
        int more = tests - testsBefore;
        if (more > 0) return more + " more " + are(more) + " failing (total " + tests + ")";
        if (more < 0) return -more + " less " + are(-more) + " failing (total " + tests + ")";
        return tests + " " + are(tests) + " still failing";
    }

    private int tests(long jobId, int number) {
        return builds.find(jobId, number)
                .map(Build::tests)
                .map(TestTotals::failed)
                .orElse(NO_REPORT);
    }

    private static String count(int tests) {
        return tests == 1 ? "1 test" : tests + " tests";
    }

    private static String are(int tests) {
        return tests == 1 ? "test is" : "tests are";
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
