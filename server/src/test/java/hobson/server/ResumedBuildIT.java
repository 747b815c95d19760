package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedBuildIT {
    @TempDir
    Path folder;

    @Test
    void build_configuredWhileItRanAndResumedAfterACrash_endsAsItBegan() throws Exception {
        try (var server = serve();
                var session = CrumbSession.open(server)) {
            post(session, "createItem?name=a", project("old", "old"));
            assertThat(session.post("job/a/build?delay=0sec", "").statusCode()).isEqualTo(201);
            server.awaitBody("job/a/1/consoleText", "first old");
            post(session, "job/a/config.xml", project("new", "new"));
            server.kill();
        }
        Files.writeString(folder.resolve("go"), "");
        try (var server = serve();
                var session = CrumbSession.open(server)) {
            server.awaitBody("job/a/1/consoleText", "Finished: SUCCESS");
            assertThat(session.get("job/a/1/consoleText").body())
                    .contains("first old", "second old")
                    .doesNotContain("new");

            session.post("job/a/build?delay=0sec", "");
            server.awaitBody("job/a/2/consoleText", "second new\nFinished: SUCCESS");
        }
    }

    private ServerProcess serve() throws Exception {
        return ServerProcess.serve(folder.resolve("home"), "--open");
    }

    private static void post(CrumbSession session, String path, String document) throws Exception {
        var answer = session.post(path, document, "Content-Type", "application/xml");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String project(String first, String second) {
        return """
                <project><quietPeriod>0</quietPeriod><builders>
                <hudson.tasks.Shell><command>#!/bin/sh
                echo first %s; until [ -e '%s/go' ]; do sleep 0.05; done</command></hudson.tasks.Shell>
                <hudson.tasks.Shell><command>#!/bin/sh
                echo second %s</command></hudson.tasks.Shell>
                </builders></project>
                """.formatted(first, folder, second);
    }
}
