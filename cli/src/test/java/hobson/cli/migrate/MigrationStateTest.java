package hobson.cli.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationStateTest {
    @TempDir
    Path folder;

    private MigrationState open() throws Exception {
        return MigrationState.open(folder.resolve("s"), "a", "b");
    }

    @Test
    void open_lastLineNotWhole_forgetsThat() throws Exception {
        open().done("job team");
        Files.writeString(folder.resolve("s"), Files.readString(folder.resolve("s")) + "job te");

        var state = open();
        state.done("job x");

        assertThat(state.isDone("job te")).isFalse();
        assertThat(folder.resolve("s")).hasContent("hobson migrate from a to b\njob team\njob x\n");
        assertThat(open().size()).isEqualTo(2);
    }

    @Test
    void open_emptyFile_begins() throws Exception {
        Files.createFile(folder.resolve("s"));

        assertThat(open().size()).isZero();
    }

    @Test
    void begun_build_isKnownAndNotDone() throws Exception {
        open().begun("build a #1", 7);

        assertThat(open().begun("build a #1")).hasValue(7);
        assertThat(open().begun("build a #11")).isEmpty();
        assertThat(open().size()).isZero();
    }
}
