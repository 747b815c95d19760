package hobson.exec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.run.Launcher.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Way.class)
class LaunchIT {
    private final Way way;
    private final Path folder;
    private final Workbench bench;

    LaunchIT(Way way, @TempDir Path folder) {
        this.way = way;
        this.folder = folder;
        this.bench = new Workbench(folder, way.launcher());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "exit 0, 0",
        "exit 3, 3",
        "exit 255, 255",
        "exit 125, 125",
        "kill -KILL $$, 137",
        "kill -SEGV $$, 139",
        "kill 0, 143"
    })
    void await_anyEnd_isTheCode(String script, int code) throws Exception {
        assertThat(bench.run(bench.shell("one", script))).hasValue(code);
    }

    @Test
    void launch_killedBySignal_printsNothingOfItsOwn() throws Exception {
        assertThat(bench.printed("echo before; kill -SEGV $$")).isEqualTo("before\n");
    }

    @Test
    void launch_endedBefore_doesNotRunAgain() throws Exception {
        var order = bench.shell("one", "echo ran; exit 4");

        assertThat(bench.run(order)).hasValue(4);
        assertThat(bench.run(order)).hasValue(4);

        assertThat(order.log()).hasContent("ran");
    }

    @Test
    void launch_whileItRuns_isTheSameProcess() throws Exception {
        var order = bench.shell("one", "echo $$ >> pids; cat release; exit 4");
        var release = bench.pipe("release");

        var first = bench.launcher.launch(order);
        var second = bench.launcher.launch(order);
        Files.writeString(release, "go", StandardOpenOption.WRITE);

        assertThat(first.await()).hasValue(4);
        assertThat(second.await()).hasValue(4);
        assertThat(Files.readAllLines(folder.resolve("pids"))).hasSize(1);
    }

    @Test
    void launch_variables_areThoseOfTheOrder() throws Exception {
        var given = new HashMap<>(
                Map.of("EMPTY", "", "SIGNS", "a=b 'c' \"d\" $e `f` \\ \t\nsecond line", "UNICODE", "Größe 木 🎉"));
        if (way == Way.COMPILED)
            given.putAll(Map.of("my-value", "1", "a.b", "2", "PWD", "/nowhere", "PPID", "x", "_", "y"));
        var order = bench.order("one", given, "/usr/bin/env", "-0");

        assertThat(bench.run(order)).hasValue(0);

        var seen = Arrays.stream(Files.readString(order.log()).split("\0"))
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
        if (way != Way.COMPILED) seen.keySet().removeAll(List.of("PWD", "OLDPWD", "SHLVL", "_"));
        assertThat(seen).isEqualTo(given);
    }

    @Test
    void launch_process_hasASessionAndNothingElseOfTheServer() throws Exception {
        var status = bench.printed(
                "cat /proc/self/status; echo files: $(ls /proc/self/fd); cat; cut -d' ' -f6 /proc/self/stat");

        assertThat(status).containsPattern("SigBlk:\\s0+\n").containsPattern("SigCgt:\\s0+\n");
        if (way != Way.PORTABLE) { // what the server's own parent had it ignore stays ignored there: nohup, a shell's
            // background
            assertThat(status).containsPattern("SigIgn:\\s0{7}[01]?[08]0{7,}\n");
        }
        assertThat(status).contains("files: 0 1 2 3\n"); // 3 is the folder that ls reads
        assertThat(status)
                .endsWith("\n"
                        + ProcessRecord.read(folder.resolve("printed"))
                                .supervisor()
                                .getAsInt() + "\n");
    }

    @Test
    void launch_logOpenElsewhere_appendsWhole() throws Exception {
        var order = bench.shell("one", "echo out; echo err >&2");
        try (var log = Files.newOutputStream(order.log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            log.write("before\n".getBytes(UTF_8));
            bench.run(order);
            log.write("after\n".getBytes(UTF_8));
        }

        assertThat(order.log()).hasContent("before\nout\nerr\nafter");
    }

    @Test
    void launch_200Megabytes_areInTheLog() throws Exception {
        var order = bench.shell("one", "head -c 200000000 /dev/zero");

        assertThat(bench.run(order)).hasValue(0);
        assertThat(order.log()).hasSize(200_000_000);
    }

    @Test
    void launch_nameWithoutSlash_isFoundInTheOrdersPath() throws Exception {
        Files.createDirectory(folder.resolve("bin"));
        var program = Files.writeString(folder.resolve("bin/greet"), "echo hello $1\n"); // no first line: the shell's
        Files.setPosixFilePermissions(program, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        var order = bench.order("one", Map.of("PATH", "/nowhere:" + folder.resolve("bin")), "greet", "you");

        assertThat(bench.run(order)).hasValue(0);
        assertThat(order.log()).hasContent("hello you");
    }

    @Test
    void launch_programMissing_saysSo() {
        assertThatThrownBy(() -> bench.run(bench.order("one", Workbench.PATH, "no-such-program")))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot run \"no-such-program\": it is in no folder of PATH, which is /usr/bin:/bin.");
    }

    @Test
    void launch_workingDirectoryMissing_saysSo() {
        var order = new Order(
                folder.resolve("one"), List.of("/bin/true"), folder.resolve("gone"), Map.of(), folder.resolve("log"));

        assertThatThrownBy(() -> bench.run(order))
                .isInstanceOf(IOException.class)
                .hasMessage("Cannot run a command in " + folder.resolve("gone") + ": it does not exist.");
    }

    @Test
    void launch_logFolderMissing_saysSo() {
        var order =
                new Order(folder.resolve("one"), List.of("/bin/true"), folder, Map.of(), folder.resolve("gone/log"));

        assertThatThrownBy(() -> bench.run(order))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot append to ");
    }

    @Test
    void launch_environmentTooLarge_saysWhichAndStartsNothing() throws Exception {
        var order = bench.order("one", Map.of("HUGE", "x".repeat(3_000_000)), "/bin/true");

        assertThatThrownBy(() -> bench.run(order))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the largest variable is HUGE with 3000006 bytes");
        assertThat(bench.run(bench.order("one", Workbench.PATH, "/bin/true"))).hasValue(0);
    }

    @Test
    void launch_nameWithEqualsSign_isRefused() {
        assertThatThrownBy(() -> bench.run(bench.order("one", Map.of("A=B", "x"), "/bin/true")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("A=B");
    }
}
