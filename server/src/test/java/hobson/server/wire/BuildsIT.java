package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static hobson.server.wire.WireClient.encoded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds: stopping, keeping, deleting, describing, their consoles, and what becomes of unknown parts. */
class BuildsIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static WireClient client = new WireClient("");
    private static String console = "";

    @BeforeAll
    static void createJobs() throws Exception {
        client = SERVER.client().withCrumb();
        client.create("quick", Project.of(shell("echo '<b>&amp; ü'")));
        client.build("quick", "build");
        console = client.console("quick", 1);
        client.create("endless", Project.of(shell("echo begun; exec sleep 600")));
        for (var job : new String[] {"kept", "edited"}) {
            client.create(job, Project.of());
            client.build(job, "build");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "lastBuild"})
    void stop_runningBuild_isAborted(String action) throws Exception {
        int number = client.start("endless", "build");
        client.await("job/endless/" + number + "/consoleText", "begun");

        var path = action.equals("lastBuild") ? "lastBuild/stop" : number + "/" + action;
        assertThat(client.post("job/endless/" + path).status()).isEqualTo(302);

        client.awaitEnd("endless", number);
        assertThat(client.text("job/endless/" + number + "/api/json?tree=result"))
                .contains("\"ABORTED\"");
        assertThat(client.console("endless", number)).contains("Build was aborted", "Aborted by", "Finished: ABORTED");
    }

    @Test
    void action_fromAPageOfThisServer_leadsBackToIt() throws Exception {
        var page = SERVER.url() + "job/quick/";

        assertThat(client.post("job/quick/1/stop", "Referer", page).location()).isEqualTo("/job/quick/");
        assertThat(client.post("job/quick/1/stop", "Referer", "http://elsewhere/")
                        .location())
                .isEqualTo("/job/quick/1/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            job/quick/1/changes        | 200
            job/quick/changes          | 200
            job/quick/changes/api/json | 404
            job/quick/1/logText/       | 200
            job/quick/1/parameters/    | 404
            job/quick/1/fingerprints/  | 404
            job/quick/1/wfapi/describe | 404
            job/quick/wfapi/           | 404
            job/quick/1/injectedEnvVars/api/json | 404
            """)
    void page_ofABuild_isThereOrNotFound(String path, int status) throws Exception {
        var answer = client.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Jenkins")).isNotEmpty();
    }

    @Test
    void wfapi_ofAPipeline_showsItsRuns() throws Exception {
        client.create("flow", "<flow-definition/>");
        client.build("flow", "build");
        client.build("flow", "build");

        assertThat(client.text("job/flow/wfapi/describe"))
                .isEqualTo("{\"_links\":{\"self\":{\"href\":\"/job/flow/wfapi/describe\"},"
                        + "\"runs\":{\"href\":\"/job/flow/wfapi/runs\"}},\"name\":\"flow\",\"runCount\":2}");
        assertThat(client.text("job/flow/2/wfapi/"))
                .startsWith("{\"_links\":{\"self\":{\"href\":\"/job/flow/2/wfapi/describe\"}},\"id\":\"2\","
                        + "\"name\":\"#2\",\"status\":\"FAILED\",\"startTimeMillis\":")
                .endsWith(",\"pauseDurationMillis\":0,\"stages\":[]}");
        assertThat(client.text("job/flow/wfapi/runs?since=%232"))
                .startsWith("[{")
                .contains("\"id\":\"2\"")
                .doesNotContain("\"id\":\"1\"");
        assertThat(client.text("job/flow/1/wfapi/nextPendingInputAction")).isEqualTo("null");
    }

    @Test
    void page_ofParametersAndFingerprints_namesThem() throws Exception {
        client.create(
                "given",
                Project.of(
                        Project.parameters(Project.string("A", "&lt;b>")),
                        shell("echo x > file"),
                        "<publishers><hudson.tasks.Fingerprinter><targets>*</targets></hudson.tasks.Fingerprinter></publishers>"));
        client.build("given", "buildWithParameters");

        assertThat(client.text("job/given/1/parameters/")).contains("&lt;b&gt;");
        assertThat(client.text("job/given/1/fingerprints/")).contains(">file</a>");
        assertThat(client.get("job/given/1/parameters/parameter/A/x").status()).isEqualTo(404);
        assertThat(client.get("job/given/1/buildStatus").location()).isEqualTo("/images/48x48/blue.png");
        assertThat(client.text("job/given/buildHistory/ajax"))
                .contains("alt=\"success\"", "class=\"display-name\" href=\"/job/given/1/\">#1<", "time=\"");
        assertThat(client.get("images/48x48/blue.png").header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(client.get("images/48x48/pink.png").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"term", "kill"})
    void end_ofNoPipeline_leadsToNothing(String action) throws Exception {
        assertThat(client.post("job/quick/1/" + action).location()).isEqualTo("/job/quick/1/" + action + "/");
        assertThat(client.post("job/quick/1/" + action + "/").status()).isEqualTo(404);
    }

    @Test
    void stop_finishedBuild_changesNothing() throws Exception {
        assertThat(client.post("job/quick/1/stop").status()).isEqualTo(302);
        assertThat(client.text("job/quick/1/api/json?tree=result")).contains("\"SUCCESS\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | job/quick/1/stop                | 405
            GET    | job/quick/1/toggleLogKeep       | 405
            GET    | job/quick/1/doDelete            | 405
            POST   | job/quick/99/stop               | 404
            POST   | job/quick/99/doDelete           | 404
            POST   | job/quick/lastFailedBuild/stop  | 404
            POST   | job/quick/1/configSubmit        | 400
            """)
    void action_wrongMethodOrBuild_isRefused(String method, String path, int status) throws Exception {
        var answer = client.send(method, path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(client.get("job/quick/1/").status()).isEqualTo(200);
    }

    @Test
    void delete_byMethod_doesNotExist() throws Exception {
        client.send("DELETE", "job/quick/1/");

        assertThat(client.get("job/quick/1/api/json").status()).isEqualTo(200);
    }

    @Test
    void delete_keptBuild_isRefusedUntilItIsLetGo() throws Exception {
        assertThat(client.post("job/kept/1/toggleLogKeep").status()).isEqualTo(302);
        assertThat(client.text("job/kept/1/api/json?tree=keepLog")).contains("\"keepLog\":true");

        var refused = client.post("job/kept/1/doDelete");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("X-Error"))
                .isEqualTo("Unable to delete kept #1: This record is explicitly marked to be kept.");

        client.post("job/kept/1/toggleLogKeep");
        assertThat(client.post("job/kept/1/doDelete"))
                .returns(302, Answer::status)
                .returns("/job/kept/", Answer::location);
        assertThat(client.get("job/kept/1/api/json").status()).isEqualTo(404);
        assertThat(client.build("kept", "build")).isEqualTo(2);
    }

    @Test
    void description_andName_areKept() throws Exception {
        var description = "<i>a</i> ü€\n2";

        client.form("job/edited/1/submitDescription", "description=" + encoded(description));
        var json = "{\"displayName\":\"one & only\"}";
        assertThat(client.form("job/edited/1/configSubmit", "json=" + encoded(json))
                        .status())
                .isEqualTo(302);

        assertThat(client.text("job/edited/1/api/json?tree=displayName,description"))
                .contains("\"description\":\"<i>a</i> ü€\\u000a2\"", "\"displayName\":\"one & only\"");
        assertThat(client.get("job/edited/1/").body()).doesNotContain("<i>a</i>");
        client.form("job/edited/1/configSubmit", "json=" + encoded("{\"displayName\":\"\"}"));
        assertThat(client.text("job/edited/1/api/json?tree=displayName")).contains("\"displayName\":\"#1\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 999_999, Long.MAX_VALUE})
    void progressiveText_start_isAnOffsetOrBeginsAnew(long start) throws Exception {
        var size = Integer.toString(console.getBytes(UTF_8).length);

        var answer = client.get("job/quick/1/logText/progressiveText?start=" + start);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(console.substring(start == 10 ? 10 : 0).replace("\n", "\r\n"));
        assertThat(answer.header("X-Text-Size")).isEqualTo(size);
        assertThat(answer.header("X-More-Data")).isEmpty();
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(client.get("job/quick/1/logText/progressiveText?start=" + size)
                        .bytes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "1.5", "9223372036854775808"})
    void progressiveText_startThatIsNone_isRefused(String start) throws Exception {
        assertThat(client.get("job/quick/1/logText/progressiveText?start=" + start)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void progressiveHtml_showsMarkupAsText() throws Exception {
        var answer = client.get("job/quick/1/logText/progressiveHtml");

        assertThat(answer.body()).contains("&lt;b&gt;&amp;amp; ü").doesNotContain("<b>");
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
    }

    @Test
    void console_whileItRuns_hasMoreData() throws Exception {
        var go = SERVER.folder().resolve("go");
        client.create(
                "slow", Project.of(shell("echo begun; until [ -e '" + go + "' ]; do sleep 0.05; done; echo over")));
        int number = client.start("slow", "build");
        var log = "job/slow/" + number + "/logText/progressiveText?start=";
        client.await(log + 0, "begun");

        var first = client.get(log + 0);
        assertThat(first.header("X-More-Data")).isEqualTo("true");
        var size = first.header("X-Text-Size");
        assertThat(client.get(log + size))
                .returns(200, Answer::status)
                .returns("", Answer::body)
                .returns("true", answer -> answer.header("X-More-Data"));

        Files.writeString(go, "");
        client.awaitEnd("slow", number);
        var last = client.get(log + size);
        assertThat(last.body()).isEqualTo("over\r\nFinished: SUCCESS\r\n");
        assertThat(last.header("X-More-Data")).isEmpty();
        assertThat(client.console("slow", number)).isEqualToNormalizingNewlines(first.body() + last.body());
    }

    @Test
    void discarder_afterEachBuild_keepsTheNewestAndTheKept() throws Exception {
        var rotator = "<properties><jenkins.model.BuildDiscarderProperty><strategy class='hudson.tasks.LogRotator'>"
                + "<daysToKeep>-1</daysToKeep><numToKeep>2</numToKeep></strategy>"
                + "</jenkins.model.BuildDiscarderProperty></properties>";
        client.create("rotated", Project.of(rotator, shell("[ $BUILD_NUMBER -lt 3 ]")));
        client.build("rotated", "build");
        client.post("job/rotated/1/toggleLogKeep");
        for (int number = 2; number <= 6; number++) {
            client.build("rotated", "build");
        }

        client.await(
                "job/rotated/api/json?tree=builds[number]", builds(6, 5, 2, 1)); // kept, last successful, newest two
    }

    private static String builds(int... numbers) {
        return java.util.Arrays.stream(numbers)
                .mapToObj(number -> "{\"_class\":\"hudson.model.FreeStyleBuild\",\"number\":" + number + "}")
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
    }

    @Test
    void unknownBuilder_failsTheBuildByName() throws Exception {
        client.create("unknown", Project.of("<builders><jenkins.tasks.Nope_-X/></builders>"));

        assertThat(client.console("unknown", client.build("unknown", "build")))
                .contains("jenkins.tasks.Nope", "Finished: FAILURE");
    }

    @Test
    void unknownOtherParts_areNamedInTheConsole() throws Exception {
        client.create(
                "odd",
                Project.of(
                        "<properties><a.Property/></properties><buildWrappers><b.Wrapper/></buildWrappers>",
                        "<publishers><c.Publisher/></publishers><scm class='d.Scm'/><triggers><e.Trigger/></triggers>"));

        assertThat(client.console("odd", client.build("odd", "build")))
                .contains("a.Property", "b.Wrapper", "c.Publisher", "d.Scm", "e.Trigger", "Finished: SUCCESS");
    }

    @Test
    void consoleFull_hugeLog_isSentWholeAndEscaped() throws Exception {
        var client = SERVER.client().withCrumb();
        client.create("huge", Project.of(Project.shell("yes '<b>& line' | head -n 2000000; echo the end")));
        int number = client.build("huge", "build");

        var whole = client.get("job/huge/" + number + "/consoleFull");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("Content-Type")).startsWith("text/html");
        assertThat(whole.bytes().length).isGreaterThan(2_000_000 * "&lt;b&gt;&amp; line".length());
        var text = whole.body();
        assertThat(text.contains("<b>")).isFalse();
        assertThat(text.substring(text.length() - 500)).contains("&lt;b&gt;&amp; line\r\nthe end\r\nFinished: SUCCESS");
        assertThat(client.get("job/huge/" + number + "/console").bytes().length).isLessThan(500_000);
    }
}
