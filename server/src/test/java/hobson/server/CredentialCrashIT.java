package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build with a secret goes on when its server is killed. */
class CredentialCrashIT {
    private static final String XML = "application/xml";
    private static final String STRING = "org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl";
    private static final String IMPLEMENTATION = "org.jenkinsci.plugins.credentialsbinding.impl.";
    private static final String CREDENTIAL =
            "<" + STRING + "><id>text</id><secret>s3cret-4711</secret></" + STRING + ">";

    @TempDir
    Path folder;

    private String job() {
        return "<project><builders><hudson.tasks.Shell><command>#!/bin/sh\necho \"first $T\"; until [ -e '"
                + folder.resolve("go") + "' ]; do sleep 0.05; done; echo \"second $T\"</command></hudson.tasks.Shell>"
                + "<hudson.tasks.Shell><command>#!/bin/sh\necho \"third ${#T}\"</command></hudson.tasks.Shell></builders>"
                + "<buildWrappers><" + IMPLEMENTATION + "SecretBuildWrapper><bindings><" + IMPLEMENTATION
                + "StringBinding><credentialsId>text</credentialsId><variable>T</variable></" + IMPLEMENTATION
                + "StringBinding></bindings></" + IMPLEMENTATION + "SecretBuildWrapper></buildWrappers></project>";
    }

    @Test
    void kill_whileAStepHasASecret_logsEverythingOnceAndMasked() throws Exception {
        var home = folder.resolve("home");
        try (var server = ServerProcess.serve(home, "--open");
                var session = CrumbSession.open(server)) {
            session.post("credentials/store/system/domain/_/createCredentials", CREDENTIAL, "Content-Type", XML);
            session.post("createItem?name=job", job(), "Content-Type", XML);
            session.post("job/job/build?delay=0sec", "");
            server.awaitBody("job/job/1/consoleText", "first");
        } // killed
        Files.createFile(folder.resolve("go"));
        try (var server = ServerProcess.serve(home, "--open");
                var session = CrumbSession.open(server)) {
            server.awaitBody("job/job/1/api/json?tree=inProgress", "\"inProgress\":false");

            assertThat(server.get("job/job/1/consoleText").body())
                    .containsOnlyOnce("first ****\nsecond ****\n")
                    .containsOnlyOnce("first")
                    .contains("third 11\nFinished: SUCCESS")
                    .doesNotContain("4711");
            assertThat(session.post("credentials/store/system/domain/_/credential/text/doDelete", "")
                            .statusCode())
                    .isEqualTo(302);
        }
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile).filter(CredentialCrashIT::holdsSecret))
                    .isEmpty();
        }
    }

    private static boolean holdsSecret(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("4711");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
