package hobson.server.client;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeJenkinsIT {
    @TempDir
    Path folder;

    @Test
    void mainJob_withPasswordAndCrumbs_isDone() throws Exception {
        var client = ClientProgram.node("client.js");
        try (var server = GuardedServer.start(folder)) {
            client.perform("mainJob", server, server.password());
        }
    }

    @Test
    void everythingElse_withToken_isDone() throws Exception {
        var client = ClientProgram.node("client.js");
        try (var server = GuardedServer.start(folder)) {
            client.perform("everythingElse", server, server.token());
        }
    }

    @Test
    void everyMethod_withToken_isAnswered() throws Exception {
        var client = ClientProgram.node("whole.js");
        try (var server = GuardedServer.start(folder)) {
            client.perform("everything", server, server.token());
        }
    }
}
