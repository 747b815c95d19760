package hobson.parts.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.Result;
import hobson.parts.TestBuild;
import hobson.parts.TestParts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprinterIT {
    @TempDir
    private Path folder;

    @Test
    void perform_targets_areNoted() throws Exception {
        var build = new TestBuild(folder);
        build.file("out/a.txt", "art\n");
        build.file("out/b.log", "b\n");
        build.file("empty", "");

        var result = TestParts.publisher("<hudson.tasks.Fingerprinter><targets>**/*.txt, empty</targets>"
                        + "<excludes>**/*.log</excludes></hudson.tasks.Fingerprinter>")
                .perform(build);

        assertThat(result).isEqualTo(Result.SUCCESS);
        assertThat(build.lines).containsExactly("Recording fingerprints");
        assertThat(build.made)
                .containsEntry("out/a.txt", "388f541e76114aaef9af809e0ac6dc5b")
                .containsEntry("empty", "d41d8cd98f00b204e9800998ecf8427e")
                .hasSize(2);
    }

    @Test
    void perform_nothingFound_notesNothing() throws Exception {
        var build = new TestBuild(folder);

        TestParts.publisher("<hudson.tasks.Fingerprinter/>").perform(build);

        assertThat(build.made).isEmpty();
        assertThat(build.lines).containsExactly("Recording fingerprints");
    }
}
