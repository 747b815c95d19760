package hobson.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLibraryIT {
    @TempDir
    Path folder = Path.of("");

    /** The program: has the library provided, uses it, and prints the native libraries that it has loaded. */
    static final class Loads {
        public static void main(String... arguments) throws IOException {
            SqliteLibrary.provide(Path.of(arguments[0]));
            SqlStores.inMemory(Vaults.withKnownKey()).close();
            try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
                maps.filter(line -> line.contains("sqlite"))
                        .map(line -> line.substring(line.indexOf('/')))
                        .filter(file -> file.endsWith(".so"))
                        .distinct()
                        .forEach(System.out::println);
            }
        }
    }

    @Test
    void provide_processesAtOnce_allLoadTheSameFile() throws Exception {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 3; i++) {
            processes.add(start());
        }

        for (var process : processes) {
            assertThat(loaded(process))
                    .singleElement()
                    .satisfies(file -> assertThat(Path.of(file)).startsWith(folder.toRealPath()));
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void provide_again_leavesTheFileAlone() throws IOException {
        SqliteLibrary.provide(folder);
        var before = Files.getLastModifiedTime(files().getFirst());

        SqliteLibrary.provide(folder);

        assertThat(Files.getLastModifiedTime(files().getFirst())).isEqualTo(before);
    }

    @Test
    void provide_stoppedInTheMiddleBefore_isMadeWhole() throws IOException {
        SqliteLibrary.provide(folder);
        var library = files().getFirst();
        var whole = Files.readAllBytes(library);
        Files.write(library.resolveSibling(library.getFileName() + "123.part"), new byte[] {1, 2, 3});
        Files.delete(library);

        SqliteLibrary.provide(folder);

        assertThat(library).hasBinaryContent(whole);
    }

    @Test
    void provide_folderCannotBeMade_fallsBackToTheDriversOwnWay() throws Exception {
        folder = Files.createFile(folder.resolve("in-the-way"));

        assertThat(loaded(start())).hasSize(1);
    }

    private Process start() throws IOException {
        return OtherProgram.start(Loads.class, folder.toString());
    }

    private static List<String> loaded(Process process) throws Exception {
        try (var lines = process.inputReader(UTF_8)) {
            var loaded = lines.lines().toList();
            assertThat(process.waitFor()).isZero();
            return loaded;
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
