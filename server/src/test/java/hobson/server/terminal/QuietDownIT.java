package hobson.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code quiet-down -block} while a build runs. */
@Timeout(120)
class QuietDownIT {
    @TempDir
    private Path folder;

    private ServerProcess server;
    private CommandLineJar jar;

    @BeforeEach
    void startBuild() throws Exception {
        server = ServerProcess.serve(folder.resolve("home"), "--open");
        jar = CommandLineJar.of(server.url(), folder);
        var script = "while [ ! -e '" + folder.resolve("go") + "' ]; do sleep 0.05; done";
        run(
                "<project><builders><hudson.tasks.Shell><command>" + script
                        + "</command></hudson.tasks.Shell></builders></project>",
                "create-job",
                "waits");
        run("", "build", "waits", "-w");
    }

    @AfterEach
    void stop() throws Exception {
        Files.writeString(folder.resolve("go"), "");
        jar.close();
        server.close();
    }

    private CompletableFuture<CommandLineJar.Result> begin(String... words) {
        return jar.begin("-http", "anonymous", List.of(words), new byte[0]);
    }

    private void run(String input, String... words) throws Exception {
        var result = jar.run("-http", "anonymous", List.of(words), input.getBytes(UTF_8));
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }

    private String asked(String path) throws Exception {
        return server.send(server.request(path).GET()).body();
    }

    private void awaitQuiet() throws Exception {
        while (!asked("api/json?tree=quietingDown").contains("true")) {
            Thread.onSpinWait();
        }
    }

    private static void assertEnds(CompletableFuture<CommandLineJar.Result> command) throws Exception {
        assertThat(command.get(60, TimeUnit.SECONDS)).isEqualTo(new CommandLineJar.Result(0, "", ""));
    }

    @Test
    void quietDown_buildRuns_endsWithIt() throws Exception {
        var command = begin("quiet-down", "-block", "-reason", "a new disk");
        awaitQuiet();
        assertThat(command).isNotDone();

        Files.writeString(folder.resolve("go"), "");

        assertEnds(command);
        assertThat(asked("job/waits/1/api/json?tree=building")).contains("false");
    }

    @Test
    void quietDown_isCancelled_endsThough() throws Exception {
        var command = begin("quiet-down", "-block");
        awaitQuiet();

        run("", "cancel-quiet-down");

        assertEnds(command);
        assertThat(asked("job/waits/1/api/json?tree=building")).contains("true");
    }

    @Test
    void quietDown_timeIsOver_endsThough() throws Exception {
        assertEnds(begin("quiet-down", "-block", "-timeout", "1"));

        assertThat(asked("job/waits/1/api/json?tree=building")).contains("true");
    }

    @Test
    void clearQueue_itemWaits_isCancelled() throws Exception {
        run("", "build", "waits");

        run("", "clear-queue");

        assertThat(asked("queue/api/json?tree=items[id]")).contains("\"items\":[]");
    }
}
