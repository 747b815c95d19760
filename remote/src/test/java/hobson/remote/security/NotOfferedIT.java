package hobson.remote.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotOfferedIT {
    @TempDir
    Path uploads;

    private SecuredServer server;

    @BeforeEach
    void start() throws IOException {
        server = SecuredServer.started(uploads);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/script,Hudson.Administer",
    })
    void address_callerWithoutPermission_isToldWhatIsMissing(String method, String path, String id) throws Exception {
        var answer = server.as("alice").withCrumb().send(method, path, null, "");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("X-Required-Permission")).isEqualTo("hudson.model." + id);
    }

    @ParameterizedTest
    @CsvSource({"GET,/script", "POST,/script", "POST,/scriptText", "POST,/eval"})
    void address_administrator_isToldThatItIsNotHere(String method, String path) throws Exception {
        var answer = server.as("admin").withCrumb().send(method, path, null, "");

        assertThat(answer.status()).isEqualTo(501);
        assertThat(answer.header("X-Error")).startsWith("This server");
    }
}
