package hobson.server.wire;

import static hobson.server.wire.WireClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The built-in node is configured and taken out of service, and what waits for nodes says so. */
class BuiltInNodeIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String NODE = "computer/(built-in)/";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createJobs() throws Exception {
        client = SERVER.client().withCrumb();
        client.create("anywhere", job("<canRoam>true</canRoam>"));
        client.create("here", job("<canRoam>false</canRoam>"));
        client.create("linux", job("<assignedNode>linux</assignedNode><canRoam>false</canRoam>"));
        client.create("either", job("<assignedNode>linux||windows</assignedNode><canRoam>false</canRoam>"));
        client.create("solaris", job("<assignedNode>solaris</assignedNode><canRoam>false</canRoam>"));
    }

    private static String job(String where) {
        return "<project>" + where + "<builders><hudson.tasks.Shell><command>echo $GREETING on $NODE_NAME $NODE_LABELS"
                + "</command></hudson.tasks.Shell></builders></project>";
    }

    @AfterEach
    void restore() throws Exception {
        submit("{\"numExecutors\":\"4\"}");
        for (var name : java.util.List.of("anywhere", "here", "linux", "either", "solaris")) {
            client.post("job/" + name + "/cancelQueue");
        }
        client.post("computer/tux/doDelete");
        client.post("computer/tuxedo/doDelete");
    }

    private static void submit(String json) throws Exception {
        var answer = client.form(NODE + "configSubmit", "json=" + encoded(json));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/computer/(built-in)/");
    }

    private static String waiting(String job) throws Exception {
        client.post("job/" + job + "/build");
        return client.text("job/" + job + "/api/json?tree=queueItem[why,stuck]").replaceAll(".*\"stuck\":|}}", "");
    }

    private static void agent(String name) throws Exception {
        var json = encoded("{\"labelString\":\"linux\"}");
        client.form("computer/doCreateItem", "name=" + name + "&type=hudson.slaves.DumbSlave&json=" + json);
    }

    @Test
    void configSubmit_labelsAndVariables_reachTheNextBuild() throws Exception {
        submit(
                "{\"numExecutors\":\"1\",\"labelString\":\"solaris  big\",\"nodeProperties\":{\"stapler-class-bag\":\"true\","
                        + "\"hudson-slaves-EnvironmentVariablesNodeProperty\":{\"env\":[{\"key\":\"GREETING\",\"value\":\"hello\"}]}}}");
        agent("tux");

        int number = client.build("solaris", "build");

        assertThat(client.console("solaris", number))
                .contains("\nBuilding on the built-in node in workspace " + SERVER.workspace("solaris"))
                .contains("\nhello on built-in solaris big built-in\n");
        assertThat(client.text(NODE + "api/json?tree=numExecutors,assignedLabels[name]"))
                .contains("[{\"name\":\"solaris\"},{\"name\":\"big\"},{\"name\":\"built-in\"}],\"numExecutors\":1");
    }

    @Test
    void configSubmit_noExecutors_nothingStartsUntilThereAreSome() throws Exception {
        submit("{\"numExecutors\":\"0\"}");
        assertThat(waiting("anywhere")).isEqualTo("false,\"why\":\"Waiting for next available executor\"");

        submit("{\"numExecutors\":\"1\"}");

        client.await("job/anywhere/lastBuild/api/json?tree=result", "SUCCESS");
    }

    @Test
    void configSubmit_thatCannotBe_changesNothing() throws Exception {
        for (var json : java.util.List.of("{}", "{\"numExecutors\":\"-1\"}", "{\"numExecutors\":\"1e9\"}")) {
            assertThat(client.form(NODE + "configSubmit", "json=" + encoded(json))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(client.text(NODE + "api/json?tree=numExecutors")).contains(":4}");
    }

    @Test
    void toggleOffline_builtInNode_takesNothingUntilItIsBack() throws Exception {
        client.post(NODE + "toggleOffline?offlineMessage=maintenance");
        assertThat(waiting("anywhere")).isEqualTo("false,\"why\":\"Waiting for next available executor\"");
        assertThat(waiting("here")).startsWith("true");
        assertThat(client.text(NODE + "api/json?tree=offline,offlineCauseReason,icon"))
                .contains("\"symbol-computer-disconnected\",\"offline\":true,\"offlineCauseReason\":\"maintenance\"");
        assertThat(client.text("computer/api/json?tree=totalExecutors")).contains(":0}");

        client.post(NODE + "toggleOffline");

        client.await("job/anywhere/lastBuild/api/json?tree=building", "false");
        client.await("job/here/lastBuild/api/json?tree=building", "false");
    }

    @Test
    void why_ofLabels_namesWhatIsMissing() throws Exception {
        assertThat(waiting("linux")).isEqualTo("true,\"why\":\"‘Jenkins’ doesn’t have label ‘linux’\"");

        agent("tux");
        assertThat(waiting("linux")).isEqualTo("true,\"why\":\"‘tux’ is offline\"");
        assertThat(waiting("solaris")).isEqualTo("true,\"why\":\"There are no nodes with the label ‘solaris’\"");

        agent("tuxedo");
        assertThat(waiting("either")).isEqualTo("true,\"why\":\"All nodes of label ‘linux||windows’ are offline\"");
    }

    @Test
    void why_exclusiveNode_isReservedForWhoAsksForIt() throws Exception {
        submit("{\"numExecutors\":\"1\",\"mode\":\"EXCLUSIVE\"}");
        agent("tux");

        assertThat(waiting("anywhere"))
                .isEqualTo(
                        "false,\"why\":\"‘Jenkins’ is reserved for jobs with matching label expression; ‘tux’ is offline\"");
        client.build("here", "build");
    }
}
