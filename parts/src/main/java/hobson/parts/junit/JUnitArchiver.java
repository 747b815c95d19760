package hobson.parts.junit;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.Publisher;
import hobson.engine.run.StepFailed;
import hobson.engine.test.TestRecorder;
import hobson.parts.document.XmlStreams;
import hobson.parts.files.FilePatterns;
import hobson.parts.files.Variables;
import hobson.parts.files.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;

/**
 * Records what became of the tests, and marks a build with failures unstable ({@code objects.md §16}).
 *
 * @param xml opens the reports
 * @param testResults patterns of the reports, separated by commas
 * @param healthScale see {@link hobson.engine.test.TestTotals}
 * @param skipOldReports leaves reports alone that are older than the build
 */
record JUnitArchiver(
        XmlStreams xml,
        String testResults,
        Retention retention,
        boolean keepProperties,
        boolean allowEmptyResults,
        double healthScale,
        boolean skipMarkingBuildUnstable,
        boolean skipOldReports)
        implements Publisher {
    private static final String NO_REPORTS = "No test report files were found. Configuration error?";
    private static final String NO_TESTS = "None of the test reports contained any result";

    /** Clocks of file systems are coarse. */
    private static final long MARGIN = Duration.ofSeconds(3).toMillis();

    @Override
    public String name() {
        return "Publish JUnit test result report";
    }

    @Override
    public boolean recordsTests() {
        return true;
    }

    @Override
    public Result perform(BuildContext context) throws IOException, InterruptedException {
        context.log().line("Recording test results");
        try (var recorder = context.recordTests()) {
            if (readAll(context, recorder) == 0 && !allowEmptyResults) {
                throw new StepFailed(NO_REPORTS);
            }
            if (recorder.isEmpty()) {
                return nothingFound(context);
            }
            context.tested(recorder.finish(healthScale));
            return recorder.hasFailures() && !skipMarkingBuildUnstable ? Result.UNSTABLE : Result.SUCCESS;
        }
    }

    /** @return how many reports there are */
    private int readAll(BuildContext context, TestRecorder recorder) throws IOException, InterruptedException {
        var patterns = FilePatterns.of(Variables.expand(testResults, context.environment()), "", true, true);
        var found = new int[1];
        var _ = new Workspace(context.workspace(), true).visit(patterns, (_, file, attributes) -> {
            found[0]++;
            if (!isOld(attributes, context)) {
                read(file, attributes, recorder);
            }
        });
        return found[0];
    }

    private boolean isOld(BasicFileAttributes attributes, BuildContext context) {
        return skipOldReports
                && attributes.lastModifiedTime().toMillis() < context.build().timestamp() - MARGIN;
    }

    private void read(Path file, BasicFileAttributes attributes, TestRecorder recorder) throws IOException {
        var report = new ReportReader(file, recorder, retention, keepProperties);
        if (attributes.size() == 0) {
            report.readEmpty();
        } else {
            report.read(xml);
        }
    }

    /** A build that has failed had no reason to run tests. */
    private Result nothingFound(BuildContext context) throws IOException {
        if (context.build().result() == Result.FAILURE) {
            return Result.SUCCESS;
        }
        if (!allowEmptyResults) {
            throw new StepFailed(NO_TESTS);
        }
        context.log().line(NO_TESTS);
        return Result.SUCCESS;
    }
}
