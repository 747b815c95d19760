package hobson.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cdancy.jenkins.rest.JenkinsApi;
import com.cdancy.jenkins.rest.JenkinsClient;
import com.cdancy.jenkins.rest.domain.job.BuildInfo;
import com.cdancy.jenkins.rest.domain.job.Job;
import com.cdancy.jenkins.rest.domain.job.Parameter;
import com.cdancy.jenkins.rest.domain.plugins.Plugin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code io.github.cdancy:jenkins-rest}: where it is redirected after a POST, it sends a POST. */
class JenkinsRestIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void mainJob_withPasswordAndCrumbs_isDone() throws Exception {
        try (var server = GuardedServer.start(folder);
                var api = withPassword(server)) {
            var jobs = api.jobsApi();
            assertThat(jobs.create(null, "greet", ClientFiles.text("greet.xml")).errors())
                    .isEmpty();
            var item = jobs.buildWithParameters(
                    null,
                    "greet",
                    Map.of("WHO", List.of("Zoë & Söhne"), "LEVEL", List.of("high"), "LOUD", List.of("true")));
            assertThat(item.errors()).isEmpty();
            var number = started(api, item.value());
            var build = ended(api, "greet", number);

            assertThat(build.result()).isEqualTo("SUCCESS");
            assertThat(build.queueId()).isEqualTo(item.value());
            assertThat(parameters(build)).isEqualTo(Map.of("WHO", "Zoë & Söhne", "LEVEL", "high", "LOUD", "true"));
            var console = jobs.progressiveText(null, "greet", number, 0);
            assertThat(console.hasMoreData()).isFalse();
            assertThat(console.text())
                    .startsWith("Started by user Administrator\r\n")
                    .contains("\r\nhello Zoë & Söhne, level high, loud true\r\n")
                    .endsWith("Finished: SUCCESS\r\n");
            assertThat(jobs.artifact(null, "greet", number, "greeting.txt"))
                    .hasContent("hello Zoë & Söhne, level high, loud true\n");

            assertThat(jobs.delete(null, "greet").errors()).isEmpty();
            assertThat(jobs.jobInfo(null, "greet")).isNull();
        }
    }

    @Test
    void otherJobs_withToken_areDone() throws Exception {
        try (var server = GuardedServer.start(folder);
                var api = withToken(server)) {
            var jobs = api.jobsApi();
            var greet = ClientFiles.text("greet.xml");
            assertThat(jobs.create(null, "greet", greet).value()).isTrue();
            assertThat(jobs.create(null, "greet", greet).errors().getFirst().message())
                    .contains("A job already exists with the name");
            assertThat(jobs.config(null, "greet")).isEqualTo(greet);
            assertThat(jobs.config(null, "greet", greet.replace("Greets", "Salutes")))
                    .isTrue();
            assertThat(jobs.description(null, "greet")).isEqualTo("Salutes whom it is told to");
            assertThat(jobs.description(null, "greet", "Greets & waves")).isTrue();
            assertThat(jobs.description(null, "greet")).isEqualTo("Greets & waves");
            assertThat(jobs.disable(null, "greet")).isTrue();
            assertThat(jobs.jobInfo(null, "greet").buildable()).isFalse();
            assertThat(jobs.enable(null, "greet")).isTrue();
            assertThat(jobs.jobInfo(null, "greet").buildable()).isTrue();
            assertThat(jobs.rename(null, "greet", "salute")).isTrue();
            assertThat(jobs.jobList("").jobs()).extracting(Job::name).containsExactly("salute");
            assertThat(jobs.lastBuildNumber(null, "salute")).isNull();
        }
    }

    @Test
    void queueAndBuilds_cancelledAndStopped_areSo() throws Exception {
        try (var server = GuardedServer.start(folder);
                var api = withToken(server)) {
            var jobs = api.jobsApi();
            jobs.create(null, "linger", ClientFiles.text("linger.xml"));
            var number = started(api, jobs.build(null, "linger").value());
            assertThat(jobs.lastBuildNumber(null, "linger")).isEqualTo(number);
            assertThat(jobs.lastBuildTimestamp(null, "linger")).isNotBlank();
            assertThat(jobs.progressiveText(null, "linger", 0).hasMoreData()).isTrue();
            int item = jobs.build(null, "linger").value();
            assertThat(api.queueApi().queue()).singleElement().satisfies(waiting -> {
                assertThat(waiting.id()).isEqualTo(item);
                assertThat(waiting.why()).contains("Build #1 is already in progress");
            });

            assertThat(api.queueApi().cancel(item).errors()).isEmpty();
            assertThat(api.queueApi().queueItem(item).cancelled()).isTrue();
            assertThat(jobs.stop(null, "linger", number).errors()).isEmpty();
            assertThat(ended(api, "linger", number).result()).isEqualTo("ABORTED");
            assertThat(jobs.testReport(null, "linger", number)).isNull();
        }
    }

    @Test
    void server_askedForItself_answers() throws Exception {
        try (var server = GuardedServer.start(folder);
                var api = withPassword(server)) {
            assertThat(api.userApi().get().id()).isEqualTo(GuardedServer.USER);
            var token = api.userApi().generateNewToken("spare").data();
            assertThat(token.tokenName()).isEqualTo("spare");
            assertThat(api.userApi().revoke(token.tokenUuid()).value()).isTrue();
            assertThat(api.pluginManagerApi().plugins(1, null).plugins())
                    .extracting(Plugin::shortName)
                    .contains("matrix-auth");
            assertThat(api.pluginManagerApi()
                            .installNecessaryPlugins("matrix-auth@1.0")
                            .value())
                    .isTrue();
            assertThat(api.statisticsApi().overallLoad()).isNotNull();
            assertThat(api.systemApi().quietDown().errors()).isEmpty();
            assertThat(api.systemApi().cancelQuietDown().errors()).isEmpty();
        }
    }

    private static JenkinsApi withPassword(GuardedServer server) {
        return JenkinsClient.builder()
                .endPoint(server.url())
                .credentials(GuardedServer.USER + ":" + server.password())
                .build()
                .api();
    }

    private static JenkinsApi withToken(GuardedServer server) throws Exception {
        return JenkinsClient.builder()
                .endPoint(server.url())
                .apiToken(GuardedServer.USER + ":" + server.token())
                .build()
                .api();
    }

    private static int started(JenkinsApi api, int item) {
        return await().atMost(PATIENCE)
                .until(() -> api.queueApi().queueItem(item), found -> found.executable() != null)
                .executable()
                .number();
    }

    private static BuildInfo ended(JenkinsApi api, String job, int number) {
        return await().atMost(PATIENCE)
                .until(() -> api.jobsApi().buildInfo(null, job, number), build -> !build.building());
    }

    private static Map<String, String> parameters(BuildInfo build) {
        return build.actions().stream()
                .flatMap(action -> action.parameters().stream())
                .collect(Collectors.toMap(Parameter::name, Parameter::value));
    }
}
