package hobson.server.client;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobBuilderIT {
    @TempDir
    Path folder;

    @Test
    void updateTestListDelete_withPasswordAndCrumbs_areDone() throws Exception {
        var client = ClientProgram.jobBuilder();
        try (var server = GuardedServer.start(folder)) {
            client.perform("everything", server, server.password());
        }
    }
}
