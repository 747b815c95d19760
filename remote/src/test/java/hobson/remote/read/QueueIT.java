package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.Result;
import hobson.engine.item.Job;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queue items from their quiet period to their build, as recorded (objects.md §9). */
class QueueIT {
    private static final String CAUSE = "{\"_class\":\"hudson.model.CauseAction\",\"causes\":["
            + "{\"_class\":\"hudson.model.Cause$UserIdCause\",\"shortDescription\":\"Started by user anonymous\","
            + "\"userId\":null,\"userName\":\"anonymous\"}]}";

    private ReadServer server;
    private Job job;

    @BeforeEach
    void start(@TempDir Path home) throws Exception {
        server = ReadServer.open(home);
        job = server.job("quiet");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void item_inItsQuietPeriod_isWaiting() throws Exception {
        long id = server.submit(job, 5_000);

        assertThat(server.body("/queue/item/" + id + "/api/json"))
                .isEqualTo("{\"_class\":\"hudson.model.Queue$WaitingItem\",\"actions\":[" + CAUSE
                        + "],\"blocked\":false,\"buildable\":false,\"id\":" + id
                        + ",\"inQueueSince\":1767600000000,\"params\":\"\",\"stuck\":false,"
                        + "\"task\":{\"_class\":\"hudson.model.FreeStyleProject\",\"name\":\"quiet\","
                        + "\"url\":\"ROOT/job/quiet/\",\"color\":\"notbuilt\"},\"url\":\"queue/item/" + id
                        + "/\",\"why\":\"In the quiet period. Expires in 5 sec\",\"timestamp\":1767600005000}");
        assertThat(server.body("/job/quiet/api/json?tree=inQueue,queueItem[*]"))
                .contains("\"inQueue\":true", "\"task\":{\"_class\":\"hudson.model.FreeStyleProject\"}");
        assertThat(server.body("/queue/api/json"))
                .startsWith("{\"_class\":\"hudson.model.Queue\",\"discoverableItems\":[],"
                        + "\"items\":[{\"_class\":\"hudson.model.Queue$WaitingItem\",\"actions\":[" + CAUSE);
    }

    @Test
    void item_behindARunningBuild_isBlocked() throws Exception {
        var running = server.started(job);
        long id = server.submit(job, 0);

        assertThat(server.body("/queue/item/" + id + "/api/xml"))
                .startsWith("<blockedItem _class='hudson.model.Queue$BlockedItem'><action")
                .endsWith("<why>Build #1 is already in progress (ETA: N/A)</why>"
                        + "<buildableStartMilliseconds>1767600000000</buildableStartMilliseconds></blockedItem>");
        assertThat(server.body("/job/quiet/api/json")).contains("\"color\":\"notbuilt_anime\"", "\"inQueue\":true");

        server.end(running, Result.SUCCESS);
    }

    @Test
    void item_withALabelThatNobodyHas_isStuck() throws Exception {
        long id = server.submit(server.job("stuck", "label=nosuchlabel"), 0);

        assertThat(server.body("/queue/item/" + id + "/api/json"))
                .contains(
                        "\"buildable\":true",
                        "\"stuck\":true",
                        "\"why\":\"‘Jenkins’ doesn’t have label ‘nosuchlabel’\"")
                .endsWith("\"buildableStartMilliseconds\":1767600000000,\"pending\":false}");
    }

    @Test
    void item_thatBecameABuild_leadsToIt() throws Exception {
        var build = server.built(job, Result.SUCCESS);

        assertThat(server.body("/queue/item/" + build.queueId() + "/api/json"))
                .startsWith("{\"_class\":\"hudson.model.Queue$LeftItem\"")
                .endsWith("\"why\":null,\"cancelled\":false,\"executable\":{\"_class\":\"hudson.model.FreeStyleBuild\","
                        + "\"number\":1,\"url\":\"ROOT/job/quiet/1/\"}}");
    }

    @Test
    void item_cancelled_hasNoExecutable() throws Exception {
        long id = server.submit(job, 5_000);
        server.queue.cancelAll(hobson.engine.user.Caller.SYSTEM, job.id());

        assertThat(server.body("/queue/item/" + id + "/api/json"))
                .endsWith("\"why\":null,\"cancelled\":true,\"executable\":null}");
    }

    @Test
    void item_idNotANumber_is400() throws Exception {
        assertThat(server.get("/queue/item/abc/api/json").statusCode()).isEqualTo(400);
    }

    @Test
    void executor_thatRuns_leadsToItsBuild() throws Exception {
        var running = server.started(job);

        assertThat(server.body("/computer/(built-in)/executors/0/api/json"))
                .isEqualTo("{\"_class\":\"hudson.model.Executor\",\"currentExecutable\":"
                        + "{\"_class\":\"hudson.model.FreeStyleBuild\",\"number\":1,\"url\":\"ROOT/job/quiet/1/\"},"
                        + "\"idle\":false,\"likelyStuck\":false,\"number\":0,\"progress\":-1}");
        assertThat(server.body("/job/quiet/1/api/json"))
                .contains("\"building\":true", "\"executor\":{}", "\"inProgress\":true", "\"result\":null");
        assertThat(server.get("/computer/").body()).contains("quiet #1");

        server.end(running, Result.ABORTED);
    }
}
