package hobson.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileIT {
    @TempDir
    Path folder;

    @Test
    void read_file_namesItInItsMessages() throws IOException {
        var file = Files.writeString(folder.resolve("ci.yaml"), "jenkins:\n  numExecutors: 4\n");

        assertThat(ConfigurationFile.read(file, Map.of()).settings().executors())
                .isEqualTo(4);
    }

    @Test
    void read_missingFile_isOneLine() {
        var file = folder.resolve("no.yaml");

        assertThatThrownBy(() -> ConfigurationFile.read(file, Map.of())).hasMessage(file + ": no such file");
    }

    @Test
    void read_folder_isOneLine() {
        assertThatThrownBy(() -> ConfigurationFile.read(folder, Map.of()))
                .isInstanceOf(BadConfiguration.class)
                .message()
                .startsWith(folder + ": cannot be read");
    }

    @Test
    void read_bytesThatAreNoText_isOneLine() throws IOException {
        var file = Files.write(folder.resolve("ci.yaml"), new byte[] {'a', (byte) 0xff});

        assertThatThrownBy(() -> ConfigurationFile.read(file, Map.of())).hasMessage(file + ": not UTF-8 text");
    }

    @Test
    void read_hugeFile_isNotRead() throws IOException {
        var file = Files.write(folder.resolve("ci.yaml"), new byte[2 << 20]);

        assertThatThrownBy(() -> ConfigurationFile.read(file, Map.of())).hasMessageContaining("larger than");
    }
}
