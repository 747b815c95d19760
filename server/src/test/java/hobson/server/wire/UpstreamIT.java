package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs that are built after others because they say so. */
class UpstreamIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static WireClient client = new WireClient("");

    @BeforeAll
    static void logIn() throws Exception {
        client = SERVER.client().withCrumb();
    }

    private static String after(String upstream, String threshold) {
        return "<triggers><jenkins.triggers.ReverseBuildTrigger><spec></spec><upstreamProjects>" + upstream
                + "</upstreamProjects><threshold><name>" + threshold
                + "</name></threshold></jenkins.triggers.ReverseBuildTrigger></triggers>";
    }

    @Test
    void build_ofUpstreamJob_buildsThoseThatTakeItsResult() throws Exception {
        client.create("up", Project.of(shell("exit 1")));
        client.create("strict", Project.of(after("up", "SUCCESS")));
        client.create("lenient", Project.of(after("up", "FAILURE")));

        client.build("up", "build");
        client.awaitEnd("lenient", 1);

        assertThat(client.console("up", 1))
                .endsWith("marked build as failure\nTriggering a new build of lenient\nFinished: FAILURE\n");
        assertThat(client.console("lenient", 1)).startsWith("Started by upstream project \"up\" build number 1\n");
        assertThat(client.text("job/strict/api/json?tree=nextBuildNumber,upstreamProjects[name]"))
                .contains("\"nextBuildNumber\":1", "\"name\":\"up\"");
        assertThat(client.text("job/up/api/json?tree=downstreamProjects[name]"))
                .containsSubsequence("\"name\":\"lenient\"", "\"name\":\"strict\"");
    }

    @Test
    void rename_ofUpstreamJob_isFollowed() throws Exception {
        client.create("first", Project.of());
        client.create("second", Project.of(after("first", "SUCCESS")));

        client.post("job/first/doRename?newName=primary");

        assertThat(client.text("job/second/config.xml")).contains("<upstreamProjects>primary</upstreamProjects>");
        assertThat(client.text("job/primary/api/json?tree=downstreamProjects[name]"))
                .contains("\"second\"");
    }

    @Test
    void build_whileUpstreamIsBuilding_waits() throws Exception {
        var blocked = "<blockBuildWhenUpstreamBuilding>true</blockBuildWhenUpstreamBuilding>";
        client.create("slow", Project.of(shell("sleep 100")));
        client.create("patient", Project.of(blocked, after("slow", "SUCCESS")));

        int running = client.start("slow", "build");
        var item = client.post("job/patient/build").item();

        assertThat(client.text("queue/item/" + item + "/api/json?tree=why"))
                .contains("Upstream project ‘slow’ is already building");
        client.post("job/slow/" + running + "/stop");
    }
}
