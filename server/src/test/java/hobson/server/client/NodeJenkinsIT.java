package hobson.server.client;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeJenkinsIT {
    @TempDir
    Path folder;

    @Test
    void mainJob_withPasswordAndCrumbs_isDone() throws Exception {
        var client = ClientProgram.node();
        try (var server = GuardedServer.start(folder)) {
            client.perform("mainJob", server, server.password());
        }
    }

    @Test
    void everythingElse_withToken_isDone() throws Exception {
        var client = ClientProgram.node();
        try (var server = GuardedServer.start(folder)) {
            client.perform("everythingElse", server, server.token());
        }
    }
}
