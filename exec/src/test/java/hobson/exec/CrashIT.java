package hobson.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that die by {@code kill -9}, and what the next one finds. */
@ParameterizedClass
@EnumSource(Way.class)
class CrashIT {
    private final Way way;
    private final Path folder;
    private final Workbench bench;

    CrashIT(Way way, @TempDir Path folder) {
        this.way = way;
        this.folder = folder;
        this.bench = new Workbench(folder, way.launcher());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void launch_startedByAServerThatDied_isFoundAndEnds() throws Exception {
        var release = bench.pipe("release");
        var said = bench.pipe("said");
        var script = "echo $$ > said; cat release; echo done; exit 7";
        var server = otherServer("one", script);
        Files.readString(said);
        kill(server);

        var found = bench.launcher.launch(bench.shell("one", script));
        Files.writeString(release, "goes on\n", StandardOpenOption.WRITE);

        assertThat(found.await()).hasValue(7);
        assertThat(folder.resolve("one.log")).hasContent("goes on\ndone");
    }

    @Test
    void stop_startedByAServerThatDied_endsIt() throws Exception {
        var said = bench.pipe("said");
        var script = "echo $$ > said; exec sleep 1000";
        var server = otherServer("one", script);
        Files.readString(said);
        kill(server);

        var found = bench.launcher.launch(bench.shell("one", script));
        found.stop(Duration.ofMinutes(1), Map.of());

        assertThat(found.await()).hasValue(143);
    }

    @Test
    void launch_endedWhenNoServerWasThere_hasItsCode() throws Exception {
        var release = bench.pipe("release");
        var said = bench.pipe("said");
        var script = "echo $$ > said; cat release; exit 7";
        var server = otherServer("one", script);
        Files.readString(said);
        kill(server);
        var supervisor = ProcessRecord.read(folder.resolve("one")).supervisor().getAsInt();

        Files.writeString(release, "go\n", StandardOpenOption.WRITE);
        Workbench.awaitEnd(supervisor);

        assertThat(bench.run(bench.shell("one", script))).hasValue(7);
    }

    @Test
    void launch_commandAndSupervisorKilled_vanished() throws Exception {
        var started = bench.started("one", "echo $$ >> pids; echo $$ > one.pipe; exec sleep 1000");
        var supervisor = ProcessRecord.read(folder.resolve("one")).supervisor().getAsInt();

        ProcessHandle.of(supervisor).orElseThrow().destroyForcibly();
        ProcessHandle.of(Long.parseLong(started.said())).ifPresent(ProcessHandle::destroyForcibly);

        assertThat(started.process().await()).isEmpty();
        assertThat(bench.run(bench.shell("one", "echo $$ >> pids"))).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("pids"))).hasSize(1);
    }

    @Test
    void launch_recordOfAnotherBoot_vanishedWhoeverHasTheIdNow() throws Exception {
        Files.writeString(folder.resolve("one"), ProcessHandle.current().pid() + "\n");

        assertThat(bench.run(bench.shell("one", "echo ran >> one.log"))).isEmpty();
        assertThat(folder.resolve("one.log")).doesNotExist();
    }

    @Test
    void launch_byTwoServersAtOnce_runsOnce() throws Exception {
        var orders = IntStream.range(0, 40).mapToObj(i -> "order" + i).toList();
        var server = otherServer(String.join(",", orders), RUN_ONCE);

        for (var order : orders.reversed())
            assertThat(bench.run(bench.shell(order, RUN_ONCE))).hasValue(5);

        assertThat(server.waitFor()).isZero();
        assertThat(orders)
                .allSatisfy(order -> assertThat(folder.resolve(order + ".log")).hasContent("ran"));
    }

    @Test
    void launch_serverKilledAtAnyMoment_everyOrderRunsOnce() throws Exception {
        var random = new Random(1);
        for (int round = 0; round < 3; round++) {
            var prefix = "round" + round + "-";
            var orders = IntStream.range(0, 40).mapToObj(i -> prefix + i).toList();
            var server = otherServer(String.join(",", orders), RUN_ONCE);
            var moment = folder.resolve(orders.get(5 + random.nextInt(30)));
            while (!Files.exists(moment) && server.isAlive()) Thread.onSpinWait();
            kill(server);

            for (var order : orders)
                assertThat(bench.run(bench.shell(order, RUN_ONCE))).hasValue(5);

            assertThat(orders)
                    .allSatisfy(
                            order -> assertThat(folder.resolve(order + ".log")).hasContent("ran"));
        }
    }

    private static final String RUN_ONCE = "echo ran; exit 5";

    /** Launches all orders, one after the other, and waits for each. */
    private Process otherServer(String orders, String script) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherServer.class.getName(),
                        way.name(),
                        folder.toString(),
                        orders,
                        script)
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private static void kill(Process server) throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    /** A server in a JVM of its own. */
    static final class OtherServer {
        private OtherServer() {}

        public static void main(String[] arguments) throws Exception {
            try (var bench = new Workbench(
                    Path.of(arguments[1]), Way.valueOf(arguments[0]).launcher())) {
                for (var order : List.of(arguments[2].split(","))) bench.run(bench.shell(order, arguments[3]));
            }
        }
    }
}
