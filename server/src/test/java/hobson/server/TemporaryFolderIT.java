package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class TemporaryFolderIT {
    static boolean isInMemory() {
        return Files.isWritable(Path.of("/dev/shm"));
    }

    /** As other processes see it. */
    private static boolean isLocked(Path file) throws Exception {
        var inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
        return Files.readString(Path.of("/proc/locks")).contains(inode);
    }

    @Test
    @EnabledIf("isInMemory")
    void make_folderOfAServerThatWasKilled_isTakenAwayAndThoseThatLiveStay() throws Exception {
        var abandoned = Files.createTempDirectory(Path.of("/dev/shm"), "hobson-");
        Files.createDirectories(abandoned.resolve("home-1/builds"));
        Files.createFile(abandoned.resolve("lock"));
        try (var living = TemporaryFolder.make()) {
            Path other;
            try (var next = TemporaryFolder.make()) {
                other = next.path();
                assertThat(other).isDirectory().isNotEqualTo(living.path());
            }
            assertThat(abandoned).doesNotExist();
            assertThat(other).doesNotExist();
            assertThat(living.path()).isDirectory();
            assertThat(isLocked(living.path().resolve("lock"))).isTrue();
        }
    }
}
