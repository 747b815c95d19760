package hobson.parts.junit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.build.Result;
import hobson.engine.run.StepFailed;
import hobson.engine.test.TestCase;
import hobson.engine.test.TestStatus;
import hobson.engine.test.TestTotals;
import hobson.parts.TestBuild;
import hobson.parts.TestParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JUnitArchiverIT {
    private TestBuild build;

    @BeforeEach
    void begin(@TempDir Path folder) {
        build = new TestBuild(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            surefire  | com.acme.MoneyTest  | 1234.5 | adds PASSED, divides FAILED, rounds SKIPPED, converts{String}[1] PASSED
            gradle    | org.example.AppTest | 0.034  | greets() PASSED, fails() FAILED
            pytest    | pytest              | 0.071  | test_add[1-2] PASSED, test_div FAILED, test_later SKIPPED
            gotestsum | example.com_money   | 0.004  | TestAdd PASSED, TestDiv/by_zero FAILED, TestSkip SKIPPED
            jest      | money               | 0.6    | money adds PASSED, money divides FAILED
            """)
    void perform_reportOfATool_isRead(String tool, String suite, float duration, String tests) throws Exception {
        sample(tool);

        assertThat(publish("")).isEqualTo(Result.UNSTABLE);

        var report = build.report();
        assertThat(report.suites()).hasSize(1);
        assertThat(report.suites().getFirst().name()).isEqualTo(suite);
        assertThat(report.duration()).isEqualTo(duration);
        assertThat(cases())
                .extracting(test -> test.name() + " " + test.status())
                .containsExactly(tests.split(", "));
        assertThat(build.lines).containsExactly("Recording test results");
    }

    @Test
    void perform_details_areThoseOfTheReport() throws Exception {
        sample("surefire");
        publish("<keepProperties>true</keepProperties>");

        var tests = cases();
        assertThat(tests.get(0).details().stdout()).isEqualTo("1 + 1\n");
        assertThat(tests.get(1).details().errorDetails()).isEqualTo("/ by zero");
        assertThat(tests.get(1).details().errorStackTrace()).endsWith("at com.acme.Money.divide(Money.java:7)");
        assertThat(tests.get(2).details().skippedMessage()).isEqualTo("not yet");
        assertThat(tests.get(3).details().reruns()).singleElement().satisfies(rerun -> {
            assertThat(rerun.flaky()).isTrue();
            assertThat(rerun.stackTrace()).isEqualTo("at a.b");
            assertThat(rerun.stdout()).isEqualTo("tried");
        });
        assertThat(build.report().suites().getFirst().texts().properties()).containsEntry("java.version", "25");
        assertThat(build.tests).isEqualTo(new TestTotals(1, 1, 4, 1));
    }

    @Test
    void perform_severalBuilds_rememberWhatWasBefore() throws Exception {
        var expected = List.of(
                "a FAILED 7", "a FAILED 7", "a FIXED 0", "a PASSED 0", "a REGRESSION 11", "a SKIPPED 0", "a FAILED 13");
        var seen = new ArrayList<String>();
        for (var content : List.of("<failure/>", "<failure/>", "", "", "<failure/>", "<skipped/>", "<failure/>")) {
            build.file(
                    "r.xml",
                    "<testsuite name='s'><testcase classname='p.C' name='a'>" + content + "</testcase></testsuite>");
            publish("");
            var test = cases().getFirst();
            seen.add(test.name() + " " + test.status() + " " + test.failedSince());
            build = build.next();
        }

        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void perform_suiteInSeveralFilesAndSuitesInSuites_areOneEach() throws Exception {
        build.file(
                "a.xml",
                "<testsuites><testsuite name='s'><testcase name='1' time='1'/></testsuite>"
                        + "<testsuite name='outer' package='p'><testcase name='o1'/><testsuite name='inner'>"
                        + "<testcase name='i'/></testsuite><testcase name='o2'/></testsuite></testsuites>");
        build.file("b.xml", "<testsuite name='s'><testcase name='2' time='2'/></testsuite>");
        build.file("c.xml", "<testsuite name='none'/>");
        publish("");

        assertThat(build.report().suites())
                .extracting(suite -> suite.name() + " " + suite.duration())
                .containsExactly("s 3.0", "inner 0.0", "p.outer 0.0");
        assertThat(cases())
                .extracting(test -> test.className() + "." + test.name())
                .containsExactly("s.1", "s.2", "inner.i", "outer.o1", "outer.o2");
        assertThat(build.report().suites().getFirst().cases(1, 9))
                .singleElement()
                .extracting(TestCase::name)
                .isEqualTo("2");
    }

    @Test
    void perform_brokenAndEmptyReports_areFailures() throws Exception {
        build.file("a.xml", "<testsuite name='s'><testcase name='fine'/><testcase");
        build.file("b.xml", "");

        assertThat(publish("")).isEqualTo(Result.UNSTABLE);

        assertThat(cases()).extracting(TestCase::name).containsExactly("[failed-to-read]", "[empty]");
        assertThat(cases().getFirst().details().errorStackTrace()).startsWith("Failed to read test report file /");
    }

    @Test
    void perform_entities_areNotReplaced() throws Exception {
        var secret = Files.writeString(build.workspace().resolve("secret.txt"), "top secret");
        build.file(
                "r.xml",
                "<!DOCTYPE t [<!ENTITY x SYSTEM '" + secret.toUri() + "'><!ENTITY y 'yyy'>]>"
                        + "<testsuite name='s'><testcase name='a'><failure>[&x;&y;]</failure></testcase></testsuite>");
        publish("");

        assertThat(cases().getFirst().details().errorStackTrace()).doesNotContain("secret", "yyy");
    }

    @Test
    void perform_nothingToRead_failsUnlessAllowed() throws Exception {
        assertThatThrownBy(() -> publish(""))
                .isInstanceOf(StepFailed.class)
                .hasMessage("No test report files were found. Configuration error?");
        assertThat(publish("<allowEmptyResults>true</allowEmptyResults>")).isEqualTo(Result.SUCCESS);
        assertThat(build.lines).last().isEqualTo("None of the test reports contained any result");
        assertThat(build.tests).isNull();

        build.file("r.xml", "<testsuite name='s'/>");
        assertThatThrownBy(() -> publish(""))
                .isInstanceOf(StepFailed.class)
                .hasMessage("None of the test reports contained any result");
        build.soFar(Result.FAILURE);
        assertThat(publish("")).isEqualTo(Result.SUCCESS);
    }

    @Test
    void perform_fileThatIsNoReport_saysSo() throws Exception {
        build.file("r.txt", "Hello");

        assertThatThrownBy(() -> publish("<testResults>*.txt</testResults>"))
                .isInstanceOf(StepFailed.class)
                .hasMessageContaining("Is this really a JUnit report file?");
    }

    @Test
    void perform_longOutput_isCutUnlessItIsToBeKept() throws Exception {
        var long_ = "x".repeat(600) + "y".repeat(600);
        build.file(
                "r.xml",
                "<testsuite name='s'><testcase name='a'><system-out>" + long_
                        + "</system-out></testcase><testcase name='b'><failure/><system-out>" + long_
                        + "</system-out></testcase></testsuite>");

        publish("");
        assertThat(cases().get(0).details().stdout())
                .isEqualTo("x".repeat(500) + "\n...[truncated 200 chars]...\n" + "y".repeat(500));
        assertThat(cases().get(1).details().stdout()).isEqualTo(long_);

        build = build.next();
        publish("<keepLongStdio>true</keepLongStdio>");
        assertThat(cases().get(0).details().stdout()).isEqualTo(long_);
    }

    @Test
    void perform_outputBesideTheReportOfSurefire_isThatOfTheSuite() throws Exception {
        sample("surefire", "target/TEST-com.acme.MoneyTest.xml");
        build.file("target/com.acme.MoneyTest-output.txt", "printed");

        publish("<testResults>target/*.xml</testResults>");

        assertThat(build.report().suites().getFirst().texts().stdout()).isEqualTo("printed");
    }

    @Test
    void perform_oldReports_areLeftAloneWhenAskedTo() throws Exception {
        sample("gradle");
        Files.setLastModifiedTime(
                sample("pytest"), FileTime.fromMillis(build.build().timestamp() - 4_000));

        publish("<skipOldReports>true</skipOldReports>");

        assertThat(build.report().suites()).extracting(suite -> suite.name()).containsExactly("org.example.AppTest");
    }

    @Test
    void perform_options_areHonoured() throws Exception {
        sample("gradle");

        assertThat(publish("<skipMarkingBuildUnstable>true</skipMarkingBuildUnstable>"
                        + "<healthScaleFactor>0.5</healthScaleFactor>"))
                .isEqualTo(Result.SUCCESS);

        assertThat(build.tests).isEqualTo(new TestTotals(1, 0, 2, 0.5));
        assertThat(Objects.requireNonNull(build.tests).health()).isEqualTo(75);
    }

    @Test
    void perform_again_givesTheSame() throws Exception {
        sample("gradle");
        publish("");
        publish("");

        assertThat(build.report().totals().total()).isEqualTo(2);
        assertThat(cases()).extracting(TestCase::status).containsExactly(TestStatus.PASSED, TestStatus.FAILED);
    }

    private Path sample(String tool) throws IOException {
        return sample(tool, tool + ".xml");
    }

    private Path sample(String tool, String path) throws IOException {
        try (var in = getClass().getResourceAsStream(tool + ".xml")) {
            return build.file(path, new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        }
    }

    private Result publish(String fields) throws Exception {
        var results = fields.contains("<testResults>") ? "" : "<testResults>*.xml</testResults>";
        return TestParts.publisher("<hudson.tasks.junit.JUnitResultArchiver>" + results + fields
                        + "</hudson.tasks.junit.JUnitResultArchiver>")
                .perform(build);
    }

    private List<TestCase> cases() throws IOException {
        var cases = new ArrayList<TestCase>();
        build.report()
                .suites()
                .forEach(suite -> suite.cases(0, Integer.MAX_VALUE).forEach(cases::add));
        return cases;
    }
}
