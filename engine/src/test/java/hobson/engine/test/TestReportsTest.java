package hobson.engine.test;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.BuildFolders;
import hobson.engine.build.BuildId;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.History;
import hobson.engine.build.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportsTest {
    @TempDir
    Path folder;

    private TestReports reports = new TestReports(new BuildFolders(Path.of("none")));

    @BeforeEach
    void open() {
        reports = new TestReports(new BuildFolders(folder));
    }

    /** The test fails in that build of a job that has all builds from 1 on; since when, as its report says. */
    private int failedSince(int build) throws IOException {
        var history = new History(IntStream.rangeClosed(1, build)
                .mapToObj(number -> new BuildSummary(number, Result.FAILURE, number, 1))
                .toList());
        var id = new BuildId(7, build);
        try (var recorder = reports.record(id, 0, history)) {
            var suite = recorder.suite("suite", null, null);
            suite.add(new TestOutcome(
                    "a.B", "c", 1, false, new TestDetails("no", "trace", null, null, null, Map.of(), List.of())));
            suite.end(null, SuiteTexts.NONE);
            recorder.keep();
            recorder.finish(1);
        }
        var suites = reports.find(id).orElseThrow().suites();
        return suites.getFirst().cases(0, 1).iterator().next().failedSince();
    }

    @Test
    void record_lastReportThousandBuildsAgo_isGoneOnWith() throws Exception {
        failedSince(1);

        assertThat(failedSince(1_001)).isEqualTo(1);
    }

    @Test
    void record_lastReportLongerAgo_isNotLookedFor() throws Exception {
        failedSince(1);

        assertThat(failedSince(1_002)).isEqualTo(1_002);
    }
}
