package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.build.Stability;
import hobson.engine.run.Publisher;
import hobson.engine.test.TestTotals;
import hobson.export.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a job does (objects.md §5.3).
 *
 * @param score 0 to 100
 */
record HealthReport(String description, int score) {

    static Schema<HealthReport, Reader> schema() {
        return Schema.<HealthReport, Reader>named("hudson.model.HealthReport")
                .visibility(2)
                .text("description", (report, _) -> report.description)
                .text("iconClassName", (report, _) -> "icon-health-" + report.bucket())
                .text("iconUrl", (report, _) -> "health-" + report.bucket() + ".png")
                .integer("score", (report, _) -> report.score)
                .build();
    }

    /** What the last build says of itself, then how the builds do: the worst first. Nothing while no build has ended. */
    static List<HealthReport> of(ShownJob job, Reader reader) {
        var stability = Stability.of(job.history(reader)).map(HealthReport::of);
        if (stability.isEmpty()) return List.of();
        var tests = tests(job, reader);
        if (tests == null || tests.healthScale() == 0) return List.of(stability.get());
        var ofTests = of(tests);
        return stability.get().score < ofTests.score
                ? List.of(stability.get(), ofTests)
                : List.of(ofTests, stability.get());
    }

    /** Those of the last build, or while it runs of the one before. */
    private static @Nullable TestTotals tests(ShownJob job, Reader reader) {
        if (job.definition(reader).publishers().stream().noneMatch(Publisher::recordsTests)) return null;
        for (var build : job.history(reader).newest(2)) {
            if (build.result() != null)
                return new ShownBuild(job, build).record(reader).tests();
        }
        return null;
    }

    static HealthReport of(TestTotals tests) {
        var words = tests.total() == 0
                ? "0 tests in total."
                : count(tests.failed()) + " failing out of a total of " + count(tests.total()) + ".";
        return new HealthReport("Test Result: " + words, tests.health());
    }

    private static String count(int tests) {
        return tests == 1 ? "1 test" : tests + " tests";
    }

    /** The words of queue-and-scheduling.md §11. */
    static HealthReport of(Stability stability) {
        var words = stability.failed() == 0
                ? "No recent builds failed."
                : stability.failed() == stability.total()
                        ? "All recent builds failed."
                        : stability.failed() + " out of the last " + stability.total() + " builds failed.";
        return new HealthReport("Build stability: " + words, stability.score());
    }

    String bucket() {
        if (score <= 20) return "00to19";
        if (score <= 40) return "20to39";
        if (score <= 60) return "40to59";
        return score <= 80 ? "60to79" : "80plus";
    }
}
