package hobson.parts.junit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatMemoryIT {
    /** 108 MB of texts in 100,000 tests; all of the Java machine, its libraries and the publisher have 20 MB. */
    @Test
    void perform_moreTestsThanTheHeapHolds_areRecordedAndRead(@TempDir Path folder) throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx20m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyTests.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();

        var output = new String(program.getInputStream().readAllBytes(), UTF_8);

        assertThat(program.waitFor()).as(output).isZero();
        assertThat(output.lines())
                .containsExactly(
                        "TestTotals[failed=100000, skipped=0, total=100000, healthScale=1.0] 108000000 700000",
                        "TestTotals[failed=100000, skipped=0, total=100000, healthScale=1.0] 108000000 700000");
    }
}
