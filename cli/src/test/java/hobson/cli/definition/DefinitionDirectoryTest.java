package hobson.cli.definition;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.client.ItemPath;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void write_newFile_hasTheUsersUsualPermissions() throws Exception {
        var usual = Files.createFile(folder.resolve("usual"));

        new DefinitionDirectory(folder).write(Address.item(ItemPath.of("a")), "<project/>");

        var file = folder.resolve("jobs/a.xml");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
