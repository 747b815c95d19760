package hobson.client;

import static hobson.client.ScriptedServer.Reply.answer;
import static hobson.client.ScriptedServer.Reply.cut;
import static hobson.client.ScriptedServer.Reply.json;
import static hobson.client.ScriptedServer.Reply.reset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Jenkins answers where Hobson answers otherwise, and what no server should. */
class JenkinsAnswersIT {

    private ScriptedServer server;
    private Job job;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        server = ScriptedServer.start();
        job = Hobson.connect(server.url()).token("ann", "t0k").retries(0).job("team/a");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | text/html;charset=utf-8       | <title>Jenkins</title><h1>Error</h1><p>A job already exists with the name ‘N’</p> | Conflict | A job already exists with the name ‘N’",
                "400 | text/html;charset=utf-8       | <h1>Error</h1><p>No such job: x &lt;y&gt; &#8216;</p>       | BadRequest | No such job: x <y> ‘",
                "400 | text/html;charset=iso-8859-1  | <table><tr><th>MESSAGE:</th><td>Nothing is submitted</td></tr></table> | BadRequest | Nothing is submitted",
                "400 | application/json              | {\"servlet\":\"Stapler\",\"message\":\"a &amp; b\",\"status\":\"400\"} | BadRequest | a & b",
                "403 | text/html;charset=utf-8       | <h1>Access Denied</h1><p class=\"error\">bob is missing the Job/Configure permission</p> | Forbidden | missing the Job/Configure permission",
                "404 | text/html;charset=utf-8       | <title>Not Found [Jenkins]</title>                         | NotFound | Not Found [Jenkins]",
                "409 | text/html;charset=utf-8       | <h1>Oops!</h1><p>Logging ID=0a8b1c2d-1111-2222-3333-444455556666</p> | Conflict | Logging ID=0a8b",
                "500 | text/html;charset=utf-8       | <h2>A problem occurred while processing the request.</h2>  | ServerFailure | A problem occurred",
                "401 | text/html;charset=iso-8859-1  | <title>Error 401 Unauthorized</title>                      | Unauthorized | Unauthorized",
                "503 | text/html                     | <p>Please wait while Jenkins is getting ready to work ...</p> | ServerFailure | Please wait while Jenkins is getting ready to work",
                "412 | text/plain                    | changed since                                              | Conflict | changed since",
                "404 | ''                            | XPath //x didn?t match                                     | NotFound | XPath //x didn?t match",
                "418 | image/png                     | x                                                          | BadRequest | the answer is 418",
            })
    void error_inAnyForm_isTypedAndSaysItsSentence(int status, String type, String body, String kind, String sentence) {
        var headers = type.isEmpty() ? new String[0] : new String[] {"Content-Type", type};
        server.on("POST /job/team/job/a/enable", answer(status, body, headers));

        assertThatThrownBy(job::enable)
                .satisfies(e -> assertThat(e.getClass().getSimpleName()).isEqualTo(kind))
                .hasMessageStartingWith("POST " + server.url() + "job/team/job/a/enable: ")
                .hasMessageContaining(sentence);
    }

    @Test
    void error_withHeaders_namesPermissionAndXError() {
        server.on(
                "POST /job/team/job/a/enable",
                answer(403, "", "X-Required-Permission", "hudson.model.Item.Configure"),
                answer(400, "", "X-Error", "A job already exists with the name  foo "));

        assertThatThrownBy(job::enable)
                .isInstanceOfSatisfying(
                        HobsonException.Forbidden.class,
                        e -> assertThat(e.permission()).contains("hudson.model.Item.Configure"));
        assertThatThrownBy(job::enable)
                .isInstanceOf(HobsonException.Conflict.class)
                .hasMessageContaining("already exists with the name foo");
    }

    @Test
    void trigger_jobWithParameters_takesItsDefaults() {
        server.on("POST /job/team/job/a/build", answer(400, "Nothing is submitted"))
                .on(
                        "POST /job/team/job/a/buildWithParameters",
                        answer(201, "", "Location", server.url() + "queue/item/5/"));

        assertThat(job.trigger().queueId()).isEqualTo(5);
    }

    @Test
    void trigger_equalOneInTheQueue_isThatOne() {
        server.on(
                "POST /job/team/job/a/buildWithParameters",
                answer(303, "", "Location", server.url() + "queue/item/4/"));

        assertThat(job.trigger(Parameters.of("A", "1")).queueId()).isEqualTo(4);
        assertThat(server.lines()).hasSize(1);
    }

    @Test
    void trigger_refusedWithoutAWord_isAConflict() {
        server.on("POST /job/team/job/a/build", answer(302, "", "Location", server.url() + "job/team/job/a/"));

        assertThatThrownBy(job::trigger).isInstanceOf(HobsonException.Conflict.class);
    }

    @Test
    void run_queueItemThatIsForgotten_isFoundAmongTheBuilds() {
        server.on("POST /job/team/job/a/build", answer(201, "", "Location", server.url() + "queue/item/7/"))
                .on(
                        "GET /queue/item/7/api/json",
                        json("{\"id\":7,\"why\":\"In the quiet period\"}"),
                        answer(404, "not found"))
                .on(
                        "GET /job/team/job/a/api/json",
                        json("{\"allBuilds\":[{\"number\":12,\"queueId\":9},{\"number\":11,\"queueId\":7}]}"))
                .on(
                        "GET /job/team/job/a/11/api/json",
                        answer(404, "not yet"),
                        json("{\"building\":true,\"result\":null}"),
                        json("{\"building\":false,\"result\":\"UNSTABLE\"}"));

        assertThat(job.trigger().awaitResult()).isEqualTo(Result.UNSTABLE);
    }

    @Test
    void run_queueItemThatNobodyKnows_isNotFound() {
        server.on("POST /job/team/job/a/build", answer(201, "", "Location", server.url() + "queue/item/7/"))
                .on("GET /job/team/job/a/api/json", json("{\"allBuilds\":[]}"));
        var run = job.trigger();

        assertThatThrownBy(run::awaitNumber)
                .isInstanceOf(HobsonException.NotFound.class)
                .hasMessageContaining("forgotten");
    }

    @Test
    void builds_moreThanAPage_areReadWhenTheyAreWanted() {
        server.on("GET /job/team/job/a/api/json", json(page(250, 100)), json(page(150, 100)), json(page(50, 50)));

        assertThat(job.builds(100)).hasSize(100);
        assertThat(server.lines()).hasSize(1);
        assertThat(job.builds(BuildFilter.ALL).map(BuildInfo::number))
                .hasSize(150)
                .endsWith(1);
        assertThat(server.lines()).hasSize(3).last().asString().endsWith("%7B100%2C200%7D");
    }

    @Test
    void builds_serverFailsInBetween_areNotSaidToBeAll() {
        server.on("GET /job/team/job/a/api/json", json(page(250, 100)), answer(503, "busy", "Retry-After", "0"));

        assertThatThrownBy(() -> job.builds(BuildFilter.ALL).count()).isInstanceOf(HobsonException.ServerFailure.class);
    }

    private static String page(int newest, int count) {
        var builds = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            builds.add("{\"number\":" + (newest - i) + "}");
        }
        return "{\"allBuilds\":[" + String.join(",", builds) + "]}";
    }

    @Test
    void followLog_piecesThatBreakOff_areHandedOverOnce() {
        var patient =
                Hobson.connect(server.url()).token("ann", "t0k").job("team/a").build(3);
        server.on(
                "GET /job/team/job/a/3/logText/progressiveText",
                cut("one\r\ntwo\r\nthr", "X-Text-Size", "14", "X-More-Data", "true"),
                reset(),
                answer(200, "one\r\ntwo\r\nthree\r\n", "X-Text-Size", "14", "X-More-Data", "true"),
                answer(200, "", "X-Text-Size", "14", "X-More-Data", "true"),
                answer(200, "vier: ü\r\n", "X-Text-Size", "23", "Content-Type", "text/plain;charset=utf-8"));
        var log = new StringBuilder();

        patient.followLog(log::append);

        assertThat(log.toString()).isEqualTo("one\ntwo\nthree\nvier: ü\n");
        assertThat(server.lines()).last().asString().endsWith("start=14");
    }

    @Test
    void followLog_aLineWithoutEnd_comesInPieces() {
        server.on(
                "GET /job/team/job/a/3/logText/progressiveText",
                answer(200, "x".repeat(100_000), "X-Text-Size", "100000"));
        var pieces = new ArrayList<String>();

        job.build(3).followLog(pieces::add);

        assertThat(pieces).hasSizeGreaterThan(1);
        assertThat(String.join("", pieces)).hasSize(100_000);
    }

    @Test
    void followLog_aLineWithoutEnd_isNotCutWithinACharacter() {
        var line = "x" + "\uD83D\uDE00".repeat(50_000);
        server.on("GET /job/team/job/a/3/logText/progressiveText", answer(200, line, "X-Text-Size", "200001"));
        var copy = new ByteArrayOutputStream();

        job.build(3).followLog(copy);

        assertThat(copy.toString(StandardCharsets.UTF_8)).isEqualTo(line);
    }

    @Test
    void followLogAsync_cancelled_asksNoMore() throws Exception {
        server.on("POST /job/a/build", answer(201, "", "Location", server.url() + "queue/item/7/"))
                .on("GET /queue/item/7/api/json", json("{\"id\":7,\"executable\":{\"number\":3}}"))
                .on(
                        "GET /job/a/3/logText/progressiveText",
                        answer(200, "on\n", "X-Text-Size", "3", "X-More-Data", "true"));
        var tasks = new LinkedBlockingQueue<Runnable>();
        var log = new StringBuilder();
        var follows = Hobson.connect(server.url())
                .executor(tasks::add)
                .job("a")
                .trigger()
                .followLogAsync(log::append)
                .toCompletableFuture();
        tasks.take().run(); // the queue item
        tasks.take().run(); // the first piece
        assertThat(log.toString()).isEqualTo("on\n");

        follows.cancel(false);
        tasks.take().run();

        assertThat(log.toString()).isEqualTo("on\n");
        assertThat(server.lines())
                .filteredOn(line -> line.contains("progressiveText"))
                .hasSize(1);
    }

    @Test
    void awaitResultAsync_permalinkThatMovesOn_isTheBuildThatItWas() throws Exception {
        server.on("GET /job/team/job/a/lastBuild/api/json", json("{\"number\":3}"), json("{\"building\":true}"))
                .on("GET /job/team/job/a/3/api/json", json("{\"building\":false,\"result\":\"UNSTABLE\"}"));

        assertThat(job.last().awaitResultAsync().toCompletableFuture().get(30, TimeUnit.SECONDS))
                .isEqualTo(Result.UNSTABLE);
    }

    @Test
    void log_withoutItsHeaders_isAnUnexpectedAnswer() {
        server.on("GET /job/team/job/a/3/logText/progressiveText", answer(200, "<html>a proxy's page"));

        assertThatThrownBy(() -> job.build(3).log(0)).isInstanceOf(HobsonException.UnexpectedAnswer.class);
    }

    @Test
    void update_documentWithoutVersion_isComparedBefore() {
        server.on(
                        "GET /job/team/job/a/config.xml",
                        answer(200, "<project/>", "Content-Type", "application/xml"),
                        answer(200, "<project><a/></project>"))
                .on("POST /job/team/job/a/config.xml", answer(200, ""));
        var read = job.config();

        assertThatThrownBy(() -> job.update(read.withText("<project><b/></project>")))
                .isInstanceOf(HobsonException.Conflict.class);
        assertThat(server.lines()).noneMatch(line -> line.startsWith("POST"));
    }

    @Test
    void documents_inOtherEncodings_areReadAndSentInThem() {
        server.on("GET /job/team/job/a/config.xml", exchange -> {
                    var bytes = "<?xml version='1.0' encoding='ISO-8859-1'?><project>ü</project>"
                            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                })
                .on("POST /job/team/job/a/config.xml", answer(200, ""));

        var document = job.config();
        assertThat(document.text()).contains("<project>ü</project>");
        job.update(document.text());
        assertThat(server.asked().get(1).header("Content-Type")).isEqualTo("application/xml;charset=iso-8859-1");
    }

    @ParameterizedTest
    @CsvSource({
        "../../evil.txt",
        "/etc/evil.txt",
        "a/../../evil.txt",
        "..\\evil.txt",
        "a//evil.txt",
        "./evil.txt",
        "link/evil.txt"
    })
    void download_nameThatLeadsOut_isRefusedAndWritesNothing(String name) throws Exception {
        var down = Files.createDirectories(folder.resolve("x/down"));
        Files.createSymbolicLink(down.resolve("link"), folder);
        var escaped = name.replace("\\", "\\\\");
        server.on(
                "GET /job/team/job/a/3/api/json",
                json("{\"artifacts\":[{\"fileName\":\"evil.txt\",\"relativePath\":\"" + escaped + "\"}]}"));

        assertThatThrownBy(() -> job.build(3).downloadArtifacts("**", down))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("leave the folder");

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void download_thatBreaksOff_beginsAgainOrLeavesNothing() throws Exception {
        var build = Hobson.connect(server.url())
                .token("ann", "t0k")
                .retries(1)
                .job("team/a")
                .build(3);
        server.on("GET /job/team/job/a/3/artifact/f", cut("half"), answer(200, "whole"))
                .on("GET /job/team/job/a/3/artifact/g", cut("half"));

        assertThat(build.artifact("f").download(folder.resolve("f"))).hasContent("whole");
        assertThat(Files.getPosixFilePermissions(folder.resolve("f")))
                .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("any"))));
        Files.delete(folder.resolve("any"));
        assertThatThrownBy(() -> build.artifact("g").download(folder.resolve("g")))
                .isInstanceOf(HobsonException.ConnectionFailure.class);

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("f"));
        }
    }

    @Test
    void list_behindAProxyThatItDoesNotKnow_isOfTheServerThatWasAsked() {
        server.on(
                "GET /job/team/api/json",
                json(
                        "{\"jobs\":[{\"_class\":\"hudson.model.FreeStyleProject\",\"name\":\"a b\",\"url\":\"http://inside:8080/ci/job/team/job/a%20b/\",\"color\":\"red_anime\"},"
                                + "{\"_class\":\"com.cloudbees.hudson.plugins.folder.Folder\",\"name\":\"sub\"}]}"));

        var jobs = Hobson.connect(server.url()).folder("team").jobs().list();

        assertThat(jobs).extracting(JobSummary::path).containsExactly(ItemPath.of("team/a b"), ItemPath.of("team/sub"));
        assertThat(jobs.get(0).status()).contains(JobStatus.FAILURE);
        assertThat(jobs.get(0).isBuilding()).isTrue();
        assertThat(jobs.get(1).isFolder()).isTrue();
    }

    @Test
    void copy_jobThatIsHeldOff_isReleased() {
        server.on("POST /createItem", answer(302, "", "Location", server.url() + "job/b/configure"))
                .on("GET /job/b/api/json", json("{\"buildable\":false,\"disabled\":false,\"color\":\"notbuilt\"}"))
                .on("POST /job/b/disable", answer(302, ""))
                .on("POST /job/b/enable", answer(302, ""));

        Hobson.connect(server.url()).token("a", "b").jobs().copy(ItemPath.of("a"), "b");

        assertThat(server.lines())
                .containsExactly(
                        "POST /createItem?name=b&mode=copy&from=%2Fa",
                        "GET /job/b/api/json?tree=buildable,disabled,color",
                        "POST /job/b/disable",
                        "POST /job/b/enable");
    }

    @Test
    void testReport_ofAJobOfSeveral_hasTheSuitesOfAll() {
        server.on(
                "GET /job/team/job/a/3/testReport/api/json",
                json(
                        "{\"failCount\":1,\"skipCount\":0,\"childReports\":[{\"result\":{\"passCount\":2,\"failCount\":0,\"suites\":[{\"name\":\"s\",\"duration\":NaN,"
                                + "\"cases\":[]}]}},{\"result\":{\"passCount\":1,\"failCount\":1,\"suites\":[]}}]}"));

        var report = job.build(3).testReport().orElseThrow();

        assertThat(List.of(report.passed(), report.failed(), report.suites().size()))
                .containsExactly(3, 1, 1);
    }

    @Test
    void pipeline_stagesAndQuestions_areAnswered() {
        var build = "/job/team/job/a/3/";
        server.on(
                        "GET " + build + "wfapi/describe",
                        json(
                                "{\"stages\":[{\"id\":\"6\",\"name\":\"Build\",\"status\":\"PAUSED_PENDING_INPUT\",\"durationMillis\":3000}]}"))
                .on("GET " + build + "execution/node/6/wfapi/log", json("{\"text\":\"<b>log</b>\"}"))
                .on("GET " + build + "execution/node/6/wfapi/describe", json("{\"name\":\"Build\"}"))
                .on(
                        "GET " + build + "wfapi/pendingInputActions",
                        json(
                                "[{\"id\":\"Go1\",\"message\":\"Sure?\",\"proceedText\":\"Go\",\"inputs\":[{\"name\":\"E\"}]}]"))
                .on("POST " + build + "wfapi/inputSubmit", answer(200, "null"))
                .on("POST " + build + "input/Go1/abort", answer(200, ""))
                .on("POST " + build + "term", answer(302, ""))
                .on("POST " + build + "kill", answer(302, ""));
        var pipeline = job.build(3).pipeline();

        assertThat(pipeline.stages()).extracting(Pipeline.Stage::name).containsExactly("Build");
        assertThat(pipeline.log("6")).isEqualTo("<b>log</b>");
        assertThat(pipeline.describe("6").text("name")).isEqualTo("Build");
        assertThat(pipeline.inputs()).containsExactly(new Pipeline.Input("Go1", "Sure?", "Go", List.of("E")));
        pipeline.proceed("Go1", java.util.Map.of("E", "prod"));
        pipeline.abort("Go1");
        job.build(3).terminate();
        job.build(3).kill();
        assertThat(server.asked())
                .anyMatch(asked -> asked.line().endsWith("inputSubmit?inputId=Go1")
                        && asked.body().startsWith("json=%7B%22parameter%22"));
    }

    @Test
    void pluginsOfJobs_whereTheyAre_areSpokenTo() {
        server.on("GET /job/team/job/a/3/injectedEnvVars/api/json", json("{\"envMap\":{\"PATH\":\"/bin\"}}"))
                .on("POST /job/team/job/a/nextbuildnumber/submit", answer(302, ""));

        assertThat(job.build(3).environment()).containsEntry("PATH", "/bin");
        assertThat(job.build(4).environment()).isEmpty();
        job.setNextBuildNumber(100);
        assertThat(server.asked()).last().extracting(ScriptedServer.Asked::body).isEqualTo("nextBuildNumber=100");
    }
}
