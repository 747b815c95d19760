package hobson.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies between the store's deletion of a build and that of its files. */
class DeletionMarksTest {
    @TempDir
    Path home;

    private BuildFolders folders = new BuildFolders(Path.of("unused"));
    private DeletionMarks marks = new DeletionMarks(folders);

    @BeforeEach
    void givenFiles() throws IOException {
        folders = new BuildFolders(home.resolve("builds"));
        marks = new DeletionMarks(folders);
        for (var folder : new Path[] {folders.of(17, 3), folders.of(17, 4), folders.of(18, 1)}) {
            Files.createDirectories(folder.resolve("archive"));
            Files.writeString(folder.resolve("archive/a"), "a");
        }
    }

    @Test
    void finish_whatTheStoreForgot_goesWithItsFiles() throws IOException {
        marks.mark(DeletionMarks.build(new BuildId(17, 3)));
        marks.mark(DeletionMarks.job(18));

        new DeletionMarks(folders).finish(_ -> false);

        assertThat(folders.of(17, 3)).doesNotExist();
        assertThat(folders.of(17, 4)).exists();
        assertThat(folders.of(18)).doesNotExist();
        assertThat(remaining()).isEmpty();
    }

    @Test
    void finish_whatTheStoreStillHas_stays() throws IOException {
        marks.mark(DeletionMarks.build(new BuildId(17, 3)));

        marks.finish(_ -> true);

        assertThat(folders.of(17, 3)).exists();
        assertThat(remaining()).isEmpty();
    }

    @Test
    void clear_deletionThatCameToItsEnd_leavesNothingToFinish() throws IOException {
        marks.mark(DeletionMarks.build(new BuildId(17, 3)));
        marks.clear(DeletionMarks.build(new BuildId(17, 3)));
        var asked = new ArrayList<DeletionMarks.Marked>();

        marks.finish(asked::add);

        assertThat(asked).isEmpty();
    }

    @Test
    void mark_buildWithoutFiles_isNotNoted() {
        marks.mark(DeletionMarks.build(new BuildId(17, 99)));

        assertThat(home.resolve("builds/deleting")).doesNotExist();
    }

    private String[] remaining() {
        return home.resolve("builds/deleting").toFile().list();
    }
}
