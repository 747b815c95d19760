package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tests came to, at every address of it (objects.md §16). */
class TestReportsIT {
    private static final String PUBLISHER = "<publishers><hudson.tasks.junit.JUnitResultArchiver>"
            + "<testResults>*.xml</testResults></hudson.tasks.junit.JUnitResultArchiver></publishers>";

    private static final String REPORT = """
            <testsuites>
              <testsuite name="s &lt;1&gt;" time="0.1" timestamp="2026-11-20T10:11:12">
                <testcase classname="a.b.C" name="z" time="0.1"><system-out>own</system-out></testcase>
                <testcase classname="a.b.C" name="fails &lt;b&gt;" time="0.2"><failure message="no">trace</failure></testcase>
                <testcase classname="a.b.D" name="x-y"/><testcase classname="a.b.D" name="x.y"><skipped/></testcase>
                <system-out>all</system-out>
              </testsuite>
              <testsuite name="t"><testcase classname="Bare" name="one" time="3"/></testsuite>
            </testsuites>
            """;

    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static WireClient client = new WireClient("");

    @BeforeAll
    static void publish() throws Exception {
        client = SERVER.client().withCrumb();
        client.create("tested", Project.of(shell("cat > r.xml <<'X'\n" + REPORT + "X"), PUBLISHER));
        client.build("tested", "build");
        client.build("tested", "build");
        client.create("empty", Project.of(shell("true"), PUBLISHER));
        client.build("empty", "build");
    }

    private static String tests(String path) throws Exception {
        return client.text("job/tested/" + path);
    }

    @Test
    void build_withFailures_isUnstableAndSaysHowMany() throws Exception {
        assertThat(tests("1/api/json?tree=result,actions[*]"))
                .contains(
                        "\"UNSTABLE\"",
                        "{\"_class\":\"hudson.tasks.junit.TestResultAction\",\"failCount\":1,"
                                + "\"skipCount\":1,\"totalCount\":5,\"urlName\":\"testReport\"}");
        assertThat(tests("api/json?tree=healthReport[description,score]"))
                .contains("{\"description\":\"Test Result: 1 test failing out of a total of 5 tests.\",\"score\":80},"
                        + "{\"description\":\"Build stability: No recent builds failed.\",\"score\":100}");
        assertThat(client.console("tested", 1))
                .contains("Recording test results\nBuild step 'Publish JUnit test result report'"
                        + " changed build result to UNSTABLE\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            suites[name,duration,cases[name]]{1} | {"cases":[{"name":"one"}],"duration":3.0,"name":"t"}
            suites[cases[age,className,errorDetails,errorStackTrace,status,stdout]{1,2}]{0} | {"cases":[{"age":2,"className":"a.b.C","errorDetails":"no","errorStackTrace":"trace","status":"FAILED","stdout":"all"}]}
            suites[id,name,stderr,timestamp]{0}  | {"id":null,"name":"s _1_","stderr":null,"timestamp":"2026-11-20T10:11:12"}
            duration,empty,passCount             | {"_class":"hudson.tasks.junit.TestResult","duration":3.1,"empty":false,"passCount":3}
            """)
    void report_selection_isShown(String tree, String expected) throws Exception {
        assertThat(tests("lastCompletedBuild/testReport/api/json?tree="
                        + tree.replace("{", "%7B").replace("}", "%7D")))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.b              | {"_class":"hudson.tasks.junit.PackageResult","testActions":[],"child":[{"testActions":[],"name":"C"},{"testActions":[],"name":"D"}],"failCount":1,"name":"a.b","passCount":2,"skipCount":1}
            junit/a.b/C      | {"_class":"hudson.tasks.junit.ClassResult","testActions":[],"child":[{"testActions":[],"age":2,"className":"a.b.C","duration":0.2,"failedSince":1,"name":"fails <b>","skipped":false,"status":"FAILED"},{"testActions":[],"age":0,"className":"a.b.C","duration":0.1,"failedSince":0,"name":"z","skipped":false,"status":"PASSED"}],"failCount":1,"name":"C","passCount":1,"skipCount":0}
            (root)/Bare/one  | "name":"one","skipped":false,"skippedMessage":null,"status":"PASSED"
            a.b/C/fails__b_  | "className":"a.b.C","duration":0.2,"errorDetails":"no"
            a.b/D/x_y        | "name":"x-y"
            a.b/D/x_y_2      | "name":"x.y","skipped":true,"skippedMessage":""
            """)
    void part_api_isShown(String path, String expected) throws Exception {
        assertThat(tests("2/testReport/" + path + "/api/json")).contains(expected);
    }

    @Test
    void package_treeBelowItsClasses_isRead() throws Exception {
        assertThat(tests("2/testReport/a.b/api/json?tree=child[name,child[name,status]]"))
                .contains(
                        "{\"child\":[{\"name\":\"x-y\",\"status\":\"PASSED\"},{\"name\":\"x.y\",\"status\":\"SKIPPED\"}],"
                                + "\"name\":\"D\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b/", "a.b/C/", "a.b/C/fails__b_/", "junit/"})
    void page_ofEveryPart_isHtmlAndEscaped(String path) throws Exception {
        var page = client.get("job/tested/2/testReport/" + path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Test Results").doesNotContain("<b>");
        assertThat(client.get("job/tested/test/").body()).contains("1 failed, 1 skipped, 3 passed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty/1/testReport/",
                "empty/1/testReport/api/json",
                "tested/9/testReport/api/json",
                "tested/1/testReport/x/",
                "tested/1/testReport/a.b/E/api/json",
                "tested/1/testReport/a.b/C/q/api/json",
                "tested/1/testReport/a.b/D/x_y_3",
                "tested/1/nothing"
            })
    void missing_part_isNotFoundAndIdentified(String path) throws Exception {
        var answer = client.get("job/" + path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("X-Jenkins")).isNotEmpty();
    }

    @Test
    void publisher_withoutReports_failsTheBuild() throws Exception {
        assertThat(client.console("empty", 1))
                .endsWith("ERROR: Step ‘Publish JUnit test result report’ failed: No test report files were found."
                        + " Configuration error?\nFinished: FAILURE\n");
    }

    @Test
    void publishers_severalOfOneBuild_addUp() throws Exception {
        var second =
                PUBLISHER.replace("<publishers>", "").replace("*.xml", "s.xml").replace("</publishers>", "");
        client.create(
                "twice",
                Project.of(
                        shell("echo '<testsuite name=\"t\"><testcase name=\"1\"/></testsuite>' > r.xml\n"
                                + "echo '<testsuite name=\"t\"><testcase name=\"2\"/></testsuite>' > s.xml"),
                        PUBLISHER.replace("*.xml", "r.xml").replace("</publishers>", second + "</publishers>")));
        client.build("twice", "build");

        assertThat(client.text("job/twice/1/testReport/api/json?tree=passCount,suites[cases[name]]"))
                .contains("\"passCount\":2,\"suites\":[{\"cases\":[{\"name\":\"1\"},{\"name\":\"2\"}]}]");
    }
}
