package hobson.server.wire;

import static hobson.server.wire.WireClient.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of nodes survives the end of the server. */
class NodesRestartIT {
    private static final String STATE = "computer/api/json?tree=computer[displayName,numExecutors,temporarilyOffline,"
            + "offlineCauseReason,assignedLabels[name]]";

    @TempDir
    Path folder;

    private String[] configuration(String keys) throws Exception {
        var file = Files.writeString(
                folder.resolve("ci.yaml"), "jenkins: {authorizationStrategy: unsecured" + keys + "}\n");
        return new String[] {"--config", file.toString()};
    }

    @Test
    void nodes_afterARestart_areAsTheyWere() throws Exception {
        var home = folder.resolve("home");
        String before;
        String document;
        try (var server = ServerProcess.serve(home, configuration(""))) {
            var client = new WireClient(server.url()).withCrumb();
            var json = "{\"labelString\":\"linux\",\"launcher\":{\"$class\":\"hudson.slaves.CommandLauncher\","
                    + "\"command\":\"ssh box\"}}";
            client.form("computer/doCreateItem", "name=a&type=hudson.slaves.DumbSlave&json=" + encoded(json));
            client.post("computer/a/toggleOffline?offlineMessage=why");
            client.form(
                    "computer/(built-in)/configSubmit",
                    "json=" + encoded("{\"numExecutors\":7,\"labelString\":\"x\"}"));
            before = client.text(STATE);
            document = client.text("computer/a/config.xml");
        }
        try (var server = ServerProcess.serve(home, configuration(""))) {
            var client = new WireClient(server.url());
            assertThat(client.text(STATE)).isEqualTo(before).contains("\"numExecutors\":7", "\"why\"");
            assertThat(client.text("computer/a/config.xml")).isEqualTo(document);
        }
        try (var server = ServerProcess.serve(home, configuration(", numExecutors: 3"))) {
            assertThat(new WireClient(server.url()).text(STATE))
                    .contains("\"numExecutors\":3", "{\"name\":\"x\"}")
                    .doesNotContain("\"numExecutors\":7");
        }
    }
}
