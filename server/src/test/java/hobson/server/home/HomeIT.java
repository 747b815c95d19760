package hobson.server.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeIT {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void open_nothingThere_makesAHomeForItsOwner() throws IOException {
        var path = folder.resolve("a/b/home");

        try (var home = Home.open(path, random)) {
            assertThat(permissions(path)).isEqualTo("rwx------");
            assertThat(permissions(path.resolve("secret.key"))).isEqualTo("rw-------");
            assertThat(home.key().getEncoded()).hasSize(32);
            assertThat(home.serverId()).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void open_emptyFolder_isClosedToOthers() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        Home.open(folder, random).close();

        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void open_folderWithSomethingInIt_keepsItsPermissions() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        Files.writeString(folder.resolve("jenkins.yaml"), "");

        Home.open(folder, random).close();

        assertThat(permissions(folder)).isEqualTo("rwxr-x---");
    }

    @Test
    void open_again_isTheSameServer() {
        byte[] key;
        String id;
        try (var first = Home.open(folder, random)) {
            key = first.key().getEncoded();
            id = first.serverId();
        }

        try (var second = Home.open(folder, random)) {
            assertThat(second.key().getEncoded()).isEqualTo(key);
            assertThat(second.serverId()).isEqualTo(id);
        }
    }

    @Test
    void open_whileOpen_isRefusedAndNamesTheProcess() {
        try (var first = Home.open(folder, random)) {
            assertThatThrownBy(() -> Home.open(folder, random))
                    .isInstanceOf(BadHome.class)
                    .hasMessageContaining(first.folder() + " is in use by another Hobson (process "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void open_file_isRefused() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "mine");

        assertRefused(file, "there is a file in its place");
        assertRefused(file.resolve("home"), "there is a file in its place");
        assertThat(file).hasContent("mine");
    }

    @Test
    void open_keyLostOrCut_isRefusedAndStaysAsItIs() throws IOException {
        Home.open(folder, random).close();
        var key = folder.resolve("secret.key");

        Files.write(key, new byte[31]);
        assertRefused(folder, "has 31 bytes instead of 32");
        Files.delete(key);
        assertRefused(folder, "has lost its secret.key");

        assertThat(key).doesNotExist();
    }

    @Test
    void open_serverIdDamaged_isRefused() throws IOException {
        Home.open(folder, random).close();
        Files.writeString(folder.resolve("server-id"), "<b>");

        assertRefused(folder, "does not hold 32 hexadecimal digits");
    }

    @Test
    void open_afterAFailure_isNotLocked() throws IOException {
        Home.open(folder, random).close();
        var id = folder.resolve("server-id");
        var right = Files.readString(id);
        Files.writeString(id, "wrong");
        assertRefused(folder, "hexadecimal");

        Files.writeString(id, right);

        Home.open(folder, random).close();
    }

    @Test
    void keepInitialPassword_isForTheOwner() throws IOException {
        try (var home = Home.open(folder, random)) {
            var file = home.keepInitialPassword("abcd-efgh");

            assertThat(file).hasContent("abcd-efgh");
            assertThat(permissions(file)).isEqualTo("rw-------");
        }
    }

    private void assertRefused(Path home, String why) {
        assertThatThrownBy(() -> Home.open(home, random))
                .isInstanceOf(BadHome.class)
                .hasMessageStartingWith("The ")
                .hasMessageContaining(why)
                .message()
                .doesNotContain("\n");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
