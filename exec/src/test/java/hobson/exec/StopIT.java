package hobson.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Way.class)
class StopIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Way way;
    private final Path folder;
    private final Workbench bench;

    StopIT(Way way, @TempDir Path folder) {
        this.way = way;
        this.folder = folder;
        this.bench = new Workbench(folder, way.launcher());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void stop_plainCommand_endsItWithTerm() throws Exception {
        var started = bench.started("one", "echo $$ > one.pipe; exec sleep 1000");

        started.process().stop(LONG, Map.of());

        assertThat(started.process().await()).hasValue(143);
    }

    @Test
    void stop_ended_doesNothing() throws Exception {
        var process = bench.launcher.launch(bench.shell("one", "exit 3"));
        process.await();

        process.stop(LONG, Map.of());

        assertThat(process.await()).hasValue(3);
    }

    /** A signal that comes between the shell's fork and its exec is lost, so the child itself says that it is there. */
    @Test
    void stop_commandThatCleansUp_hasItsGrace() throws Exception {
        var started = bench.started(
                "one",
                "trap 'echo cleaned; exit 9' TERM; sh -c 'echo $$ > one.pipe; exec sleep 1000' & while :; do wait; done");

        started.process().stop(LONG, Map.of());

        assertThat(started.process().await()).hasValue(9);
        assertThat(folder.resolve("one.log")).content().endsWith("cleaned\n");
    }

    @Test
    void stop_treeThatIgnoresTerm_isKilled() throws Exception {
        var started = bench.started("one", "trap '' TERM; (sleep 1000 & echo $! > one.pipe; wait); echo never");

        started.process().stop(Duration.ZERO, Map.of());

        assertThat(started.lives()).isFalse();
        assertThat(started.process().await()).hasValue(137);
        assertThat(folder.resolve("one.log")).isEmptyFile();
    }

    @Test
    void stop_daemonInASessionOfItsOwn_isFoundByItsCookies() throws Exception {
        var cookies = Map.of("PATH", "/usr/bin:/bin", "BUILD_TAG", "stop-" + folder);
        var started = bench.started(
                "one",
                cookies,
                "(setsid sh -c 'trap \"\" TERM; echo $$ > one.pipe; while :; do sleep 1000; done' &) ; sleep 1000");

        started.process().stop(Duration.ZERO, Map.of("BUILD_TAG", "stop-" + folder));

        assertThat(started.lives()).isFalse();
    }

    @Test
    void stop_daemonThatClearedItsEnvironment_isBelowTheSupervisor() throws Exception {
        assumeTrue(way == Way.COMPILED, "a shell cannot adopt orphans");
        var started =
                bench.started("one", "(env -i setsid sh -c 'echo $$ > one.pipe; exec sleep 1000' &) ; sleep 1000");

        started.process().stop(Duration.ZERO, Map.of());

        assertThat(started.lives()).isFalse();
    }

    @Test
    void stop_interrupted_finishesAndStaysInterrupted() throws Exception {
        var started = bench.started("one", "trap '' TERM; echo $$ > one.pipe; while :; do sleep 1000; done");

        Thread.currentThread().interrupt();
        started.process().stop(Duration.ofMillis(50), Map.of());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(started.process().await()).hasValue(137);
    }

    @Test
    void stop_manyThatMultiply_leavesNone() throws Exception {
        var started = bench.started(
                "one",
                "trap '' TERM; echo $$ > one.pipe; grow() { while [ $(ls -d /proc/[0-9]* | wc -l) -lt 2000 ]; do sleep 0.05 & done; }; grow & grow & wait");
        var session = ProcessRecord.read(folder.resolve("one")).supervisor().getAsInt();

        started.process().stop(Duration.ZERO, Map.of());

        assertThat(ProcessTable.read().entries().values()).noneMatch(process -> process.session() == session);
    }
}
