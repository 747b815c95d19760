package hobson.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepIT {
    private final Path folder;
    private final Workbench bench;

    SweepIT(@TempDir Path folder) {
        this.folder = folder;
        this.bench = new Workbench(folder, new LocalLauncher());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void sweep_leftover_isKilled() throws Exception {
        var cookies = Map.of("BUILD_TAG", folder + "-Größe", "BUILD_ID", "7");
        var leftover = leftBehind("one", cookies, "");

        bench.launcher.sweep(cookies);

        Workbench.awaitEnd(leftover);
    }

    @Test
    void sweep_leftoverThatIgnoresTerm_isKilled() throws Exception {
        var cookies = Map.of("BUILD_TAG", folder.toString());
        var leftover = leftBehind("one", cookies, "trap '' TERM; ");

        bench.launcher.sweep(cookies);

        Workbench.awaitEnd(leftover);
    }

    @Test
    void sweep_changedBuildId_isLeftAlone() throws Exception {
        var cookies = Map.of("BUILD_TAG", folder.toString(), "BUILD_ID", "7");
        var kept = leftBehind("kept", cookies, "BUILD_ID=dontKillMe; ");
        var leftover = leftBehind("one", cookies, "");

        bench.launcher.sweep(cookies);
        Workbench.awaitEnd(leftover);

        assertThat(Workbench.lives(kept)).isTrue();
        ProcessHandle.of(kept).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void sweep_hundredsAtOnce_findsTheRightOne() throws Exception {
        var leftover = leftBehind("one", Map.of("BUILD_TAG", folder + "-250"), "");

        for (int i = 0; i < 500; i++) bench.launcher.sweep(Map.of("BUILD_TAG", folder + "-" + i));

        Workbench.awaitEnd(leftover);
    }

    @Test
    void sweep_noCookies_isRefused() {
        assertThatThrownBy(() -> bench.launcher.sweep(Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** A daemon of a build that has ended. */
    private int leftBehind(String name, Map<String, String> cookies, String first) throws Exception {
        var environment = new HashMap<>(cookies);
        environment.putAll(Workbench.PATH);
        var script = first + "setsid sh -c 'echo $$ > %s.pipe; exec sleep 1000' &".formatted(name);
        var started = bench.started(name, environment, script);
        assertThat(started.process().await()).hasValue(0);
        return Integer.parseInt(started.said());
    }
}
