package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.server.command.Environment;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EphemeralServerIT {
    private static final Instant START = Instant.parse("2030-01-05T08:00:00Z");
    private static final String TIMED = """
            <project><triggers><hudson.triggers.TimerTrigger><spec>TZ=UTC
            0 * * * *</spec></hudson.triggers.TimerTrigger></triggers></project>
            """;
    private static final String QUIET = "<project><quietPeriod>30</quietPeriod></project>";
    private static final String SHELL = """
            <project><builders><hudson.tasks.Shell><command>exit 1</command></hudson.tasks.Shell></builders>
            <publishers><hudson.tasks.BuildTrigger><childProjects>/after</childProjects><threshold><name>SUCCESS</name>
            <ordinal>0</ordinal></threshold></hudson.tasks.BuildTrigger></publishers></project>
            """;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static EphemeralServer server;

    @BeforeAll
    static void start() {
        server = EphemeralServer.start(EphemeralSettings.open(START)
                .with(job("team/deploy", SHELL))
                .with(job("after", null))
                .with(job("timed", TIMED))
                .with(job("quiet", QUIET)));
    }

    private static EphemeralSettings.Item job(String path, @org.jspecify.annotations.Nullable String document) {
        return new EphemeralSettings.Item(path, false, document);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.reset();
    }

    private static HttpResponse<String> ask(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(server.url().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static String get(String path) throws Exception {
        return ask("GET", path, "").body();
    }

    private static void build(String path) throws Exception {
        assertThat(ask("POST", path + "/build", "").statusCode()).isEqualTo(201);
    }

    private static String builds(String path) throws Exception {
        return get(path + "/api/python?tree=builds[number,result,building,duration,timestamp]");
    }

    @Test
    void build_nothingScripted_hasSucceededBeforeTheTriggerIsAnswered() throws Exception {
        build("job/team/job/deploy");

        assertThat(get("job/team/job/deploy/1/api/json?tree=result,duration"))
                .contains("\"result\":\"SUCCESS\"", "\"duration\":0");
        assertThat(get("job/after/lastBuild/api/json?tree=result")).contains("SUCCESS");
    }

    @Test
    void advance_scriptedBuild_endsWhenItsTimeIsOver() throws Exception {
        server.scripts()
                .of("team/deploy")
                .build(2)
                .log("Deploying")
                .after(2, MINUTES)
                .log("No answer")
                .fails();
        build("job/team/job/deploy");
        build("job/team/job/deploy");

        server.time().advance(Duration.ofSeconds(119));
        assertThat(get("job/team/job/deploy/2/api/json?tree=building,result")).contains("\"building\":true");
        assertThat(get("job/team/job/deploy/2/consoleText"))
                .contains("Deploying")
                .doesNotContain("No answer");

        server.time().advance(Duration.ofSeconds(1));
        assertThat(get("job/team/job/deploy/2/api/json?tree=duration,result"))
                .contains("\"result\":\"FAILURE\"", "\"duration\":120000");
        assertThat(get("job/team/job/deploy/2/consoleText"))
                .endsWith(
                        "Deploying\nNo answer\nBuild step 'Execute shell' marked build as failure\nFinished: FAILURE\n");
        assertThat(get("job/after/api/json?tree=builds[number]"))
                .contains("\"number\":1")
                .doesNotContain("\"number\":2");
    }

    @Test
    void advance_hours_timersComeInTheirOrder() throws Exception {
        server.time().advance(Duration.ofHours(3));

        var hours = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> START.plus(i, HOURS).toEpochMilli() + "")
                .toList();
        assertThat(builds("job/timed")).contains(hours).contains("\"number\":3").doesNotContain("\"number\":4");
        assertThat(server.time().instant()).isEqualTo(START.plus(3, HOURS));
    }

    @Test
    void advance_quietPeriod_isOverThen() throws Exception {
        build("job/quiet");
        assertThat(get("queue/api/json?tree=items[why]")).contains("In the quiet period. Expires in 30 sec");

        server.time().advance(Duration.ofSeconds(30));

        assertThat(get("queue/api/json?tree=items[why]")).contains("[]");
        assertThat(get("job/quiet/1/api/json?tree=result")).contains("SUCCESS");
    }

    @Test
    void stop_pausingBuild_isAbortedAtOnce() throws Exception {
        server.scripts().of("team/*").after(Duration.ofHours(1));
        build("job/team/job/deploy");

        ask("POST", "job/team/job/deploy/1/stop", "");

        assertThat(get("job/team/job/deploy/1/api/json?tree=result,duration")).contains("ABORTED", ":0");
    }

    @Test
    void script_testsAndArtifacts_areShown() throws Exception {
        server.scripts()
                .of("after")
                .test("a.B", "fine")
                .failedTest("a.B", "broken", "expected 1")
                .artifact("out/app.txt", "app");
        build("job/after");

        assertThat(get("job/after/1/api/json?tree=result,artifacts[relativePath]"))
                .contains("UNSTABLE", "out/app.txt");
        assertThat(get("job/after/1/artifact/out/app.txt")).isEqualTo("app");
        assertThat(get("job/after/1/testReport/api/json")).contains("\"failCount\":1", "\"passCount\":1");
    }

    @Test
    void restart_pausingBuild_endsWhenItWouldHave() throws Exception {
        server.scripts().of("after").log("before").after(10, MINUTES).log("behind");
        build("job/after");
        server.time().advance(Duration.ofMinutes(4));

        assertThat(ask("POST", "restart", "").statusCode()).isLessThan(400);
        while (get("job/after/1/api/json?tree=building").contains("Please wait")) {
            Thread.onSpinWait();
        }
        server.time().advance(Duration.ofMinutes(6));

        assertThat(get("job/after/1/api/json?tree=result,duration")).contains("SUCCESS", ":600000");
        assertThat(get("job/after/1/consoleText")).containsOnlyOnce("before").containsOnlyOnce("behind");
    }

    @Test
    void reset_afterMuch_nothingIsLeft() throws Exception {
        server.scripts().of("**").fails();
        server.faults().always("*", "/job/after/**").status(500);
        build("job/team/job/deploy");
        ask("POST", "job/timed/doDelete", "");
        var home = server.home();
        server.time().advance(Duration.ofDays(1));

        server.reset();

        assertThat(builds("job/team/job/deploy")).contains("[]");
        assertThat(get("api/json?tree=jobs[name]")).contains("timed");
        assertThat(server.time().instant()).isEqualTo(START);
        assertThat(server.requests().all()).hasSize(2);
        assertThat(home).doesNotExist();
        build("job/after");
        assertThat(get("job/after/1/api/json?tree=result")).contains("SUCCESS");
    }

    @Test
    void close_home_isGone() {
        var other = EphemeralServer.start(EphemeralSettings.open(START));
        var folder = other.home().getParent();
        assertThat(folder).exists();

        other.close();

        assertThat(Files.exists(folder)).isFalse();
    }

    @Test
    void start_jobThatIsNone_leavesNothingBehind() throws Exception {
        var folder = TemporaryFolder.make();
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var settings = EphemeralSettings.open(START)
                .at("127.0.0.1", port, "")
                .with(new EphemeralSettings.Item("broken", false, "<project"));
        var environment = new Environment(Map.of(), folder.path(), "test");

        assertThatThrownBy(() -> EphemeralServer.start(settings, environment, List.of(), folder))
                .isInstanceOf(RuntimeException.class);

        assertThat(folder.path()).doesNotExist();
        new ServerSocket(port).close(); // nobody listens there
    }

    @Test
    void exit_whoAsksForIt_endsItAndItsHomeIsGone() throws Exception {
        var other = EphemeralServer.start(EphemeralSettings.open(START));
        var request = HttpRequest.newBuilder(other.url().resolve("exit"))
                .POST(BodyPublishers.noBody())
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.discarding()).statusCode()).isLessThan(400);

        other.awaitEnd();
        assertThat(other.home()).doesNotExist();
        assertThatThrownBy(other::reset).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void advance_timersOfTheSameMoment_comeInTheOrderOfTheirJobs() throws Exception {
        for (var name : new String[] {"t1", "t2", "t3", "t4"}) {
            var request = HttpRequest.newBuilder(server.url().resolve("createItem?name=" + name))
                    .header("Content-Type", "application/xml")
                    .POST(BodyPublishers.ofString(TIMED))
                    .build();
            assertThat(CLIENT.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }

        server.time().advance(Duration.ofHours(1));

        for (int i = 1; i <= 4; i++) {
            assertThat(get("job/t" + i + "/1/api/json?tree=queueId")).contains("\"queueId\":" + (i + 1));
        }
    }

    @Test
    void faults_eachKind_areWhatTheClientSees() throws Exception {
        server.faults().next(2, "POST", "/job/*/build").status(503, Duration.ofSeconds(7));
        server.faults().next("GET", "/job/after/1/consoleText").cut(10);
        server.faults().always("GET", "/api/json").reset();

        for (int i = 0; i < 2; i++) {
            var refused = ask("POST", "job/after/build/", "delay=0sec");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("7");
        }
        build("job/after");
        assertThatThrownBy(() -> get("job/after/1/consoleText")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> get("api/json")).isInstanceOf(IOException.class);
        assertThat(get("job/after/1/consoleText")).endsWith("Finished: SUCCESS\n");
        assertThat(server.faults().left()).isZero(); // what is to be had always does not count
        assertThat(server.requests().of("POST", "/job/after/build"))
                .extracting(request -> request.status() + " " + request.parameter("delay"))
                .containsExactly("503 0sec", "503 0sec", "201 null");
    }

    @Test
    void door_foreignPage_startsNothing() throws Exception {
        var request = HttpRequest.newBuilder(server.url().resolve("job/after/build"))
                .header("Origin", "http://evil.test")
                .POST(BodyPublishers.noBody())
                .build();

        var answer = CLIENT.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("web pages of others");
        assertThat(builds("job/after")).contains("[]");
        assertThat(server.requests().of("POST", "**")).isEmpty();
    }

    @Test
    void requests_record_isWhatWasSent() throws Exception {
        ask("POST", "job/after/submitDescription?x=%C3%A9", "description=a+b");

        assertThat(server.requests().of("*", "/job/*/submitDescription"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.method()).isEqualTo("POST");
                    assertThat(request.parameter("x")).isEqualTo("é");
                    assertThat(request.parameter("description")).isEqualTo("a b");
                    assertThat(request.bytes()).isEqualTo("description=a+b".getBytes(UTF_8));
                    assertThat(request.header("content-type")).contains("application/x-www-form-urlencoded");
                    assertThat(request.at()).isEqualTo(START);
                });
    }
}
