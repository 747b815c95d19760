package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.settings.Settings;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Callers who may not read jobs are not told of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibilityIT {
    private ReadServer server;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        var grants = Map.of(
                "alice", Set.of(Permission.READ, Permission.JOB_READ),
                "bob", Set.of(Permission.READ, Permission.JOB_DISCOVER),
                "eve", Set.of(Permission.READ));
        server = new ReadServer(home, new Authorization.Matrix(grants, Map.of()), Settings.DEFAULT);
        server.submit(server.job("secret", "label=nowhere"), 0);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void lists_callerMayNotRead_areEmpty() throws Exception {
        assertThat(server.body("/api/json?tree=jobs[name]", "Caller", "bob")).endsWith("\"jobs\":[]}");
        assertThat(server.body("/label/nowhere/api/json?tree=tiedJobs[name]", "Caller", "bob"))
                .endsWith("\"tiedJobs\":[]}");
        assertThat(server.body("/api/json?tree=jobs[name]", "Caller", "alice")).contains("secret");
        assertThat(server.get("/", "Caller", "bob").body()).doesNotContain("secret");
        assertThat(server.body("/search/suggest?query=sec", "Caller", "bob")).doesNotContain("secret");
        assertThat(server.body("/rssLatest", "Caller", "bob")).doesNotContain("secret");
    }

    @Test
    void queue_callerMayOnlyDiscover_namesTheTask() throws Exception {
        assertThat(server.body("/queue/api/json", "Caller", "bob"))
                .isEqualTo(
                        "{\"_class\":\"hudson.model.Queue\",\"discoverableItems\":[{\"task\":{\"name\":\"secret\"}}],\"items\":[]}");
        assertThat(server.body("/queue/api/json", "Caller", "eve"))
                .isEqualTo("{\"_class\":\"hudson.model.Queue\",\"discoverableItems\":[],\"items\":[]}");
    }

    @Test
    void object_callerMayOnlyDiscover_is403AndElse404() throws Exception {
        for (var path : new String[] {"/job/secret/api/json", "/job/secret/", "/queue/item/1/api/json"}) {
            assertThat(server.get(path, "Caller", "bob").statusCode()).as(path).isEqualTo(403);
            assertThat(server.get(path, "Caller", "eve").statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void monitors_callerMayNotConnect_areEmpty() throws Exception {
        assertThat(server.body("/computer/(built-in)/api/json?tree=monitorData", "Caller", "alice"))
                .endsWith("\"monitorData\":{}}");
    }

    @Test
    void jsonp_withSecurity_isForbidden() throws Exception {
        assertThat(server.get("/api/json?jsonp=cb", "Caller", "alice").statusCode())
                .isEqualTo(403);
    }

    @Test
    void monitors_measured_areShownToAdministrators(@TempDir Path other) throws Exception {
        try (var open = ReadServer.open(other)) {
            open.background.tasks().forEach(task -> task.work().run());

            assertThat(open.body("/computer/api/json"))
                    .contains("hudson.node_monitors.DiskSpaceMonitorDescriptor$DiskSpace", "\"totalPhysicalMemory\":")
                    .contains(
                            "\"hudson.node_monitors.ClockMonitor\":{\"_class\":\"hudson.util.ClockDifference\",\"diff\":0}");
            assertThat(open.body("/overallLoad/api/json?depth=2&tree=totalExecutors[sec10[*]]"))
                    .contains("\"sec10\":{\"history\":[0.2", "\"latest\":0.2");
        }
    }
}
