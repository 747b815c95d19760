package hobson.cli.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.cli.Documents;
import hobson.cli.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of an apply, as SIGTERM to the process that does it. */
class InterruptedApplyIT {
    private static final int JOBS = 3_000;

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @TempDir
    Path folder;

    @Test
    void apply_interrupted_takesBackWhatItHasDone() throws Exception {
        Files.createDirectories(folder.resolve("d/jobs"));
        for (int i : IntStream.range(0, JOBS).toArray()) {
            Files.writeString(folder.resolve("d/jobs/job-" + i + ".xml"), Documents.job("echo " + i));
        }
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "hobson.cli.Main",
                        "apply",
                        folder.resolve("d").toString(),
                        "--yes")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("HOBSON_URL", SERVER.url());
        builder.environment().put("HOBSON_USER", "ann");
        builder.environment()
                .put(
                        "HOBSON_TOKEN",
                        SERVER.client().users().me().tokens().generate("t").value());
        var process = builder.start();
        try (var said = process.errorReader(UTF_8)) {
            assertThat(said.readLine()).startsWith("created job job-");
            process.toHandle().destroy();

            assertThat(said.lines()).anySatisfy(line -> assertThat(line).endsWith("Everything was taken back."));
        }
        process.waitFor();
        assertThat(SERVER.client().jobs().list()).isEmpty();
    }
}
