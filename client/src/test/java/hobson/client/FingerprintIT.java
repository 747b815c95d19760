package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FingerprintIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @Test
    void fingerprint_ofAnArtifact_namesItsBuild() throws Exception {
        var hobson = SERVER.admin();
        var name = SERVER.name("printed");
        var job = hobson.jobs().create(name, """
                <project><builders><hudson.tasks.Shell><command>printf %%s '%s' >a.txt</command></hudson.tasks.Shell></builders>
                <publishers><hudson.tasks.ArtifactArchiver><artifacts>a.txt</artifacts><fingerprint>true</fingerprint>
                </hudson.tasks.ArtifactArchiver></publishers></project>""".formatted(name));
        var run = job.trigger();
        assertThat(run.awaitResult(Duration.ofMinutes(1))).isEqualTo(Result.SUCCESS);
        int number = run.awaitNumber();
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8)));

        var fingerprint = hobson.fingerprint(hash).orElseThrow();

        assertThat(fingerprint.fileName()).isEqualTo("a.txt");
        assertThat(fingerprint.hash()).isEqualTo(hash);
        assertThat(fingerprint.original()).contains(new Fingerprint.Origin(name, number));
        assertThat(fingerprint.isUsedBy(name, number)).isTrue();
        assertThat(fingerprint.isUsedBy(name, number + 1)).isFalse();
        job.delete();
    }

    @Test
    void fingerprint_ofAFileThatNobodyHasSeen_isNothing() {
        assertThat(SERVER.admin().fingerprint("0123456789abcdef0123456789abcdef"))
                .isEmpty();
    }
}
