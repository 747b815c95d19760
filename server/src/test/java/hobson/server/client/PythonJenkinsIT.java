package hobson.server.client;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonJenkinsIT {
    @TempDir
    Path folder;

    @Test
    void mainJob_withPasswordAndCrumbs_isDone() throws Exception {
        var client = ClientProgram.python();
        try (var server = GuardedServer.start(folder)) {
            client.perform("main_job", server, server.password());
        }
    }

    @Test
    void everyMethod_withToken_isAnswered() throws Exception {
        var client = ClientProgram.wholePython();
        try (var server = GuardedServer.start(folder)) {
            client.perform("everything", server, server.token());
        }
    }

    @Test
    void everythingElse_withToken_isDone() throws Exception {
        var client = ClientProgram.python();
        try (var server = GuardedServer.start(folder)) {
            client.perform("everything_else", server, server.token());
        }
    }
}
