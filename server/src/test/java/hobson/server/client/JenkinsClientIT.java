package hobson.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.offbytwo.jenkins.JenkinsServer;
import com.offbytwo.jenkins.model.Build;
import com.offbytwo.jenkins.model.BuildResult;
import com.offbytwo.jenkins.model.BuildWithDetails;
import com.offbytwo.jenkins.model.QueueReference;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code com.offbytwo.jenkins:jenkins-client}: asks for a crumb where it is told to, and reads everything with {@code /api/json} at its end. */
class JenkinsClientIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void mainJob_withPasswordAndCrumbs_isDone() throws Exception {
        try (var server = GuardedServer.start(folder);
                var client = client(server, server.password())) {
            client.createJob("greet", ClientFiles.text("greet.xml"), true);
            var parameters = Map.of("WHO", "Zoë & Söhne", "LEVEL", "high", "LOUD", "true");
            var build = ended(started(client, client.getJob("greet").build(parameters, true)));

            assertThat(build.getResult()).isEqualTo(BuildResult.SUCCESS);
            assertThat(build.getParameters()).containsExactlyInAnyOrderEntriesOf(parameters);
            assertThat(build.getConsoleOutputText())
                    .startsWith("Started by user Administrator\r\n")
                    .contains("\r\nhello Zoë & Söhne, level high, loud true\r\n")
                    .endsWith("Finished: SUCCESS\r\n");
            var artifact = build.getArtifacts().getFirst();
            assertThat(build.downloadArtifact(artifact)).hasContent("hello Zoë & Söhne, level high, loud true\n");

            client.deleteJob("greet", true);
            assertThat(client.getJob("greet")).isNull();
        }
    }

    @Test
    void otherJobs_withToken_areDone() throws Exception {
        try (var server = GuardedServer.start(folder);
                var client = client(server, server.token())) {
            var greet = ClientFiles.text("greet.xml");
            client.createJob("greet", greet);
            assertThat(client.getJobXml("greet")).isEqualTo(greet);
            client.updateJob("greet", greet.replace("Greets", "Salutes"), false);
            assertThat(client.getJob("greet").getDescription()).isEqualTo("Salutes whom it is told to");
            client.addStringParam("greet", "WHY", "for what", "nothing");
            assertThat(client.getJobXml("greet")).contains("<name>WHY</name>", "<name>LOUD</name>");
            client.getJob("greet").updateDescription("Greets & waves");
            assertThat(client.getJob("greet").getDescription()).isEqualTo("Greets & waves");
            client.disableJob("greet");
            assertThat(client.getJob("greet").isBuildable()).isFalse();
            client.enableJob("greet");
            assertThat(client.getJob("greet").isBuildable()).isTrue();
            client.renameJob("greet", "grüß");
            assertThat(client.getJobs()).containsOnlyKeys("grüß");

            client.createView("mine", ClientFiles.text("view.xml").replace("greet", "grüß"));
            assertThat(client.getJobs("mine")).containsOnlyKeys("grüß");
            client.updateView("mine", ClientFiles.text("view.xml"), false);
            assertThat(client.getView("mine").getJobs()).isEmpty();
            assertThat(client.getViews()).containsOnlyKeys("all", "mine");
        }
    }

    @Test
    void builds_stoppedAndDescribed_areSo() throws Exception {
        try (var server = GuardedServer.start(folder);
                var client = client(server, server.token())) {
            client.createJob("linger", ClientFiles.text("linger.xml"));
            var build = started(client, client.getJob("linger").build());
            client.getJob("linger").build();
            var waiting = client.getQueue().getItems();
            assertThat(waiting).hasSize(1);
            assertThat(waiting.getFirst().getWhy()).contains("Build #1 is already in progress");
            assertThat(client.getJob("linger").isInQueue()).isTrue();

            build.Stop();
            assertThat(ended(build).getResult()).isEqualTo(BuildResult.ABORTED);
            build.details().updateDisplayNameAndDescription("first", "a try");
            assertThat(build.details().getDisplayName()).isEqualTo("first");
            assertThat(build.details().getDescription()).isEqualTo("a try");
            assertThat(client.getJob("linger").getFirstBuild().getNumber()).isEqualTo(1);
        }
    }

    @Test
    void server_askedForItself_answers() throws Exception {
        try (var server = GuardedServer.start(folder);
                var client = client(server, server.token())) {
            assertThat(client.isRunning()).isTrue();
            assertThat(client.getVersion().isGreaterThan("2.400")).isTrue();
            assertThat(client.getPluginManager().getPlugins())
                    .extracting(plugin -> plugin.getShortName())
                    .contains("cloudbees-folder", "junit", "matrix-auth");
            assertThat(client.getComputerSet().getTotalExecutors()).isEqualTo(2);
            var computer = Objects.requireNonNull(client.getComputers().get("built-in node"));
            assertThat(computer.details().getNumExecutors()).isEqualTo(2);
            assertThat(client.getLabel("built-in").getName()).isEqualTo("built-in");
        }
    }

    private static JenkinsServer client(GuardedServer server, String secret) {
        return new JenkinsServer(URI.create(server.url()), GuardedServer.USER, secret);
    }

    private static Build started(JenkinsServer client, QueueReference reference) throws Exception {
        return client.getBuild(await().atMost(PATIENCE)
                .until(() -> client.getQueueItem(reference), item -> item.getExecutable() != null));
    }

    private static BuildWithDetails ended(Build build) {
        return await().atMost(PATIENCE).until(build::details, details -> !details.isBuilding());
    }
}
