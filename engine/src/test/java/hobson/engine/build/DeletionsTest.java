package hobson.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies between the store's deletion of a build and that of its files. */
class DeletionsTest {
    @TempDir
    Path home;

    private BuildFolders folders = new BuildFolders(Path.of("unused"));
    private Deletions deletions = new Deletions(folders);

    @BeforeEach
    void givenFiles() throws IOException {
        folders = new BuildFolders(home.resolve("builds"));
        deletions = new Deletions(folders);
        for (var folder : new Path[] {folders.of(17, 3), folders.of(17, 4), folders.of(18, 1)}) {
            Files.createDirectories(folder.resolve("archive"));
            Files.writeString(folder.resolve("archive/a"), "a");
        }
    }

    @Test
    void finish_whatTheStoreForgot_goesWithItsFiles() {
        deletions.announce(Deletions.Of.build(new BuildId(17, 3)));
        deletions.announce(Deletions.Of.job(18));

        new Deletions(folders).finish(_ -> false);

        assertThat(folders.of(17, 3)).doesNotExist();
        assertThat(folders.of(17, 4)).exists();
        assertThat(folders.of(18)).doesNotExist();
        assertThat(remaining()).isEmpty();
    }

    @Test
    void finish_whatTheStoreStillHas_stays() {
        deletions.announce(Deletions.Of.build(new BuildId(17, 3)));

        deletions.finish(_ -> true);

        assertThat(folders.of(17, 3)).exists();
        assertThat(remaining()).isEmpty();
    }

    @Test
    void delete_announcedBuild_leavesNothingToFinish() {
        deletions.announce(Deletions.Of.build(new BuildId(17, 3)));

        deletions.delete(Deletions.Of.build(new BuildId(17, 3)));

        assertThat(folders.of(17, 3)).doesNotExist();
        assertThat(remaining()).isEmpty();
    }

    @Test
    void announce_buildWithoutFiles_isNotNoted() {
        deletions.announce(Deletions.Of.build(new BuildId(17, 99)));

        assertThat(home.resolve("builds/deleting")).doesNotExist();
    }

    private String[] remaining() {
        return home.resolve("builds/deleting").toFile().list();
    }
}
