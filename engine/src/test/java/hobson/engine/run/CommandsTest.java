package hobson.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.time.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a script when a server goes on with the build of another. */
class CommandsTest {
    @TempDir
    Path folder;

    /** Notes that it has started the command, as its record says, and that the command has ended well. */
    private record Noting(String note) implements Launcher {
        @Override
        public RunningProcess launch(Order order) throws IOException {
            Files.writeString(order.record(), note);
            return new Ended();
        }

        @Override
        public void sweep(Map<String, String> cookies) {}
    }

    private record Ended() implements Launcher.RunningProcess {
        @Override
        public OptionalInt await() {
            return OptionalInt.of(0);
        }

        @Override
        public void stop(Duration grace, Map<String, String> cookies) {}
    }

    private String scriptAfter(String note, String script, boolean fresh) throws Exception {
        try (var log = LogFile.open(folder.resolve("log"))) {
            var commands = new Commands(Pace.system(), new Noting(note), folder, folder, log, Map.of(), fresh);
            commands.enter("0");
            assertThat(commands.run(0, new ArrayList<>(List.of("/bin/sh")), script, Map.of(), false))
                    .isZero();
        }
        return Files.readString(folder.resolve("step-0-0.sh"));
    }

    @Test
    void run_startedBeforeAndTheJobWasConfiguredSince_scriptThatRunsIsNotTouched() throws Exception {
        scriptAfter("17\n", "make\n", true);

        assertThat(scriptAfter("17\n", "make install\n", false)).isEqualTo("make\n");
    }

    @Test
    void run_neverStartedAndTheScriptWasCutShort_isWrittenAnew() throws Exception {
        scriptAfter("", "rm -r /", true);

        assertThat(scriptAfter("", "rm -r /tmp/a\n", false)).isEqualTo("rm -r /tmp/a\n");
    }
}
