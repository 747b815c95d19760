package hobson.client;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the tests of a build said. */
public record TestReport(int passed, int failed, int skipped, Duration duration, List<Suite> suites) {
    private static final String CASES =
            "cases[className,name,status,duration,age,failedSince,skippedMessage,errorDetails,errorStackTrace]";
    private static final String SUITES = "suites[name,duration,timestamp," + CASES + "]";

    /** What is asked for: all but what the tests printed, which may be endless. */
    static final String FIELDS = "duration,failCount,passCount,skipCount," + SUITES
            + ",childReports[result[duration,failCount,passCount,skipCount," + SUITES + "]]";

    /** Tests that were run together. */
    public record Suite(String name, Duration duration, List<Case> cases) {}

    /**
     * One test.
     *
     * @param age in how many builds in a row it has failed; 0 when it passes
     * @param failedSince the first of those builds; 0 when it passes
     * @param message why it failed or was skipped, in short; empty when it passes
     * @param stackTrace empty when there is none
     */
    public record Case(
            String className,
            String name,
            Status status,
            Duration duration,
            int age,
            int failedSince,
            String message,
            String stackTrace) {

        static Case of(Json json) {
            return new Case(
                    json.text("className"),
                    json.text("name"),
                    Status.of(json.text("status")),
                    seconds(json),
                    (int) json.number("age", 0),
                    (int) json.number("failedSince", 0),
                    json.get("errorDetails").asText().orElse(json.text("skippedMessage")),
                    json.text("errorStackTrace"));
        }
    }

    /** How a test ended, beside how it did in the build before. */
    public enum Status {
        PASSED,
        /** It failed in the build before. */
        FIXED,
        SKIPPED,
        FAILED,
        /** It passed in the build before. */
        REGRESSION;

        static Status of(String name) {
            return switch (name) {
                case "PASSED" -> PASSED;
                case "FIXED" -> FIXED;
                case "SKIPPED" -> SKIPPED;
                case "REGRESSION" -> REGRESSION;
                default -> FAILED;
            };
        }

        /** Whether the test failed. */
        public boolean isFailure() {
            return this == FAILED || this == REGRESSION;
        }
    }

    static TestReport of(Json json) {
        // those of jobs with several builds in one have one report each
        var reports = Stream.concat(Stream.of(json), json.each("childReports").map(child -> child.get("result")))
                .toList();
        var suites = reports.stream()
                .flatMap(report -> report.each("suites"))
                .map(TestReport::suite)
                .toList();
        return new TestReport(
                count(reports, "passCount"),
                (int) json.number("failCount", count(reports, "failCount")),
                (int) json.number("skipCount", count(reports, "skipCount")),
                suites.stream().map(Suite::duration).reduce(Duration.ZERO, Duration::plus),
                suites);
    }

    private static int count(List<Json> reports, String name) {
        return reports.stream().mapToInt(report -> (int) report.number(name, 0)).sum();
    }

    private static Suite suite(Json json) {
        return new Suite(
                json.text("name"),
                seconds(json),
                json.each("cases").map(Case::of).toList());
    }

    private static Duration seconds(Json json) {
        double seconds = json.get("duration").asDouble();
        return Double.isFinite(seconds) && seconds > 0 ? Duration.ofNanos((long) (seconds * 1e9)) : Duration.ZERO;
    }

    public int total() {
        return passed + failed + skipped;
    }

    /** All tests. */
    public Stream<Case> cases() {
        return suites.stream().flatMap(suite -> suite.cases().stream());
    }

    /** Those that failed. */
    public List<Case> failures() {
        return cases().filter(test -> test.status().isFailure()).toList();
    }
}
