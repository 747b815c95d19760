package hobson.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnduranceIT {
    private static final Path SELF = Path.of("/proc/self");

    @Test
    void launch_2000Times_leavesNoFileOpenAndNoZombie(@TempDir Path folder) throws Exception {
        try (var bench = new Workbench(folder, Way.COMPILED.launcher())) {
            bench.run(bench.order("warm", Workbench.PATH, "/bin/true"));
            var before = openFiles();

            try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
                var all = IntStream.range(0, 2000)
                        .mapToObj(i ->
                                many.submit(() -> bench.run(bench.order("order" + i, Workbench.PATH, "/bin/true"))))
                        .toList();
                for (var one : all) assertThat(one.get()).hasValue(0);
            }

            assertThat(openFiles()).isLessThanOrEqualTo(before + 2);
            assertThat(zombies()).isEmpty();
        }
    }

    /** Children of ours of which only the exit code is left. */
    private static List<String> zombies() throws Exception {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var zombies = new ArrayList<String>();
            for (var process : processes) {
                var stat = stat(process);
                if (stat.contains(") Z " + ProcessHandle.current().pid() + " ")) zombies.add(stat);
            }
            return zombies;
        }
    }

    private static String stat(Path process) {
        try {
            return Files.readString(process.resolve("stat"));
        } catch (IOException ended) {
            return "";
        }
    }

    private static long openFiles() throws Exception {
        try (var files = Files.list(SELF.resolve("fd"))) {
            return files.count();
        }
    }
}
