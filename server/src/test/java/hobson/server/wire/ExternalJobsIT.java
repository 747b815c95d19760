package hobson.server.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.server.wire.WireClient.Part;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs whose builds are run elsewhere: ann administers, bob may build, rita may only read. */
class ExternalJobsIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.of(
            "ann: Overall/Administer", "bob: Overall/Read, Job/Read, Job/Build", "rita: Overall/Read, Job/Read");

    private static final String EXTERNAL = "<hudson.model.ExternalJob/>";
    private static WireClient ann = new WireClient("");
    private static WireClient bob = new WireClient("");

    @BeforeAll
    static void logIn() throws Exception {
        ann = SERVER.as("ann");
        bob = SERVER.as("bob");
        bob.form("user/bob/configSubmit", "json=" + WireClient.encoded("{\"fullName\":\"Bob Builder\"}"));
    }

    private static String report(String log, String result, String more) {
        var hex = HexFormat.of().formatHex(log.getBytes(UTF_8));
        return "<run><log encoding=\"hexBinary\" content-encoding=\"UTF-8\">" + hex + "</log><result>" + result
                + "</result>" + more + "</run>";
    }

    private static Answer post(WireClient client, String job, String report) throws Exception {
        return client.post("job/" + job + "/postBuildResult", "text/xml", report.getBytes(UTF_8));
    }

    @Test
    void report_good_isABuildAtOnce() throws Exception {
        ann.create("nightly", EXTERNAL);

        var answer = post(
                bob,
                "nightly",
                report(
                        "saved ü",
                        "0",
                        "<duration>1234</duration><displayName>n1</displayName><description>d</description>"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEmpty();
        assertThat(bob.text("job/nightly/lastBuild/api/json"))
                .startsWith(
                        "{\"_class\":\"hudson.model.ExternalRun\",\"actions\":[],\"artifacts\":[],\"building\":false,"
                                + "\"description\":\"d\",\"displayName\":\"n1\",\"duration\":1234,\"estimatedDuration\":1234,")
                .contains("\"number\":1,\"queueId\":-1,\"result\":\"SUCCESS\",");
        assertThat(bob.console("nightly", 1))
                .isEqualTo("Started\nRunning as Bob Builder\nsaved ü\nFinished: SUCCESS\n");
        assertThat(bob.text(
                        "job/nightly/api/json?tree=color,nextBuildNumber,lastStableBuild[number],healthReport[score]"))
                .contains(
                        "\"color\":\"blue\",\"healthReport\":[{\"score\":100}],",
                        "\"number\":1}",
                        "\"nextBuildNumber\":2");
        assertThat(bob.text("job/nightly/rssAll")).contains("<title>nightly n1 (stable)</title>");
        assertThat(bob.text("cc.xml/")).contains("lastBuildLabel=\"1\"", "name=\"nightly\"");
    }

    @Test
    void report_failure_turnsTheJobRed() throws Exception {
        ann.create("red", EXTERNAL);
        post(bob, "red", report("", "SUCCESS", ""));

        post(bob, "red", report("no\n", "1", ""));

        assertThat(bob.text("job/red/api/json?tree=color,lastFailedBuild[number]"))
                .contains("\"color\":\"red\"", "\"number\":2");
        assertThat(bob.console("red", 2)).endsWith("\nno\nFinished: FAILURE\n");
    }

    /** As the command that comes with Jenkins does it: it asks first, and calls the report a form. */
    @Test
    void report_ofJenkinsOwnCommand_isTaken() throws Exception {
        ann.create("wrapped", EXTERNAL);

        assertThat(bob.get("job/wrapped/acceptBuildResult").status()).isEqualTo(200);
        assertThat(bob.form(
                                "job/wrapped/postBuildResult",
                                "<?xml version='1.1' encoding='UTF-8'?>" + report("a", "0", ""))
                        .status())
                .isEqualTo(200);
        assertThat(bob.multipart("job/wrapped/acceptBuildResult", new Part("file", "run.xml", report("b", "7", "")))
                        .status())
                .isEqualTo(200);

        assertThat(bob.text("job/wrapped/api/json?tree=builds[number,result]"))
                .contains("\"number\":2,\"result\":\"FAILURE\"", "\"number\":1,\"result\":\"SUCCESS\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<run><log>0</log><result>0</result></run>", "<run><log>00</log>", "<run/>"})
    void report_bad_leavesNothing(String report) throws Exception {
        var job = "bad" + report.length();
        ann.create(job, EXTERNAL);

        assertThat(post(bob, job, report).status()).isEqualTo(400);

        assertThat(bob.text("job/" + job + "/api/json?tree=nextBuildNumber,builds[number]"))
                .contains("\"builds\":[],\"nextBuildNumber\":1");
        assertThat(SERVER.home().resolve("uploads")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"rita,closed,403", "rita,project,404", "ann,project,404", "bob,none,404"})
    void report_notAllowedOrNotExpected_isRefused(String user, String job, int status) throws Exception {
        if (ann.get("job/closed/api/json").status() == 404) {
            ann.create("closed", EXTERNAL);
            ann.create("project", Project.of());
        }
        var client = SERVER.as(user);

        assertThat(post(client, job, report("", "0", "")).status()).isEqualTo(status);
        assertThat(client.multipart("job/" + job + "/acceptBuildResult", new Part("f", "f", report("", "0", "")))
                        .status())
                .isEqualTo(status);
        assertThat(post(SERVER.client().as(user, "pw"), job, report("", "0", ""))
                        .status())
                .isEqualTo(403); // no crumb
    }

    @Test
    void report_jobThatOthersWaitFor_startsThem() throws Exception {
        ann.create("upstream", EXTERNAL);
        ann.create(
                "after",
                Project.of(
                        "<triggers><jenkins.triggers.ReverseBuildTrigger><upstreamProjects>upstream</upstreamProjects>"
                                + "<threshold><name>SUCCESS</name></threshold></jenkins.triggers.ReverseBuildTrigger></triggers>"));

        post(bob, "upstream", report("x\n", "0", ""));

        assertThat(bob.console("upstream", 1)).endsWith("\nx\nTriggering a new build of after\nFinished: SUCCESS\n");
        ann.awaitEnd("after", 1);
        assertThat(ann.console("after", 1)).startsWith("Started by upstream project \"upstream\" build number 1\n");
    }

    @Test
    void reports_manyAtOnce_haveANumberEach() throws Exception {
        ann.create("busy", EXTERNAL);
        List<Callable<Integer>> posts = IntStream.range(0, 16)
                .<Callable<Integer>>mapToObj(i ->
                        () -> post(bob, "busy", report("log " + i + "\n", "0", "<displayName>" + i + "</displayName>"))
                                .status())
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var status : threads.invokeAll(posts)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }

        assertThat(bob.text("job/busy/api/json?tree=nextBuildNumber")).contains(":17}");
        for (int number = 1; number <= 16; number++) {
            var name = bob.text("job/busy/" + number + "/api/json?tree=displayName")
                    .replaceAll(".*\"displayName\":\"(\\d+)\".*", "$1");
            assertThat(bob.console("busy", number)).contains("\nlog " + name + "\n");
        }
    }
}
