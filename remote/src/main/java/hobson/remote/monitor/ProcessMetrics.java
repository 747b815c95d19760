package hobson.remote.monitor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The process itself, under the names that Prometheus gives them everywhere. Asks no management beans: making those takes longer than
 * a start of this server may.
 */
public final class ProcessMetrics implements Metrics {
    private static final Path PAGES = Path.of("/proc/self/statm");
    private static final int PAGE = 4_096;

    private final String version;

    public ProcessMetrics(String version) {
        this.version = version;
    }

    @Override
    public void write(MetricsText text) {
        var runtime = Runtime.getRuntime();
        long committed = runtime.totalMemory();
        text.gauge("hobson_build_info", "The version of this program.").value(1, "version", version);
        text.gauge("jvm_memory_used_bytes", "Memory in use.").value(committed - runtime.freeMemory(), "area", "heap");
        text.gauge("jvm_memory_committed_bytes", "Memory taken from the system.")
                .value(committed, "area", "heap");
        text.gauge("jvm_memory_max_bytes", "Memory that may be taken.").value(runtime.maxMemory(), "area", "heap");
        process(text);
    }

    private static void process(MetricsText text) {
        var info = ProcessHandle.current().info();
        text.counter("process_cpu_seconds_total", "Processor time.")
                .value(seconds(info.totalCpuDuration().orElse(Duration.ZERO)));
        text.gauge("process_start_time_seconds", "When it started, in seconds since 1970.")
                .value(seconds(
                        Duration.between(Instant.EPOCH, info.startInstant().orElse(Instant.EPOCH))));
        text.gauge("process_resident_memory_bytes", "Memory of the whole process.")
                .value(resident());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    /** 0 where the system does not say. */
    private static long resident() {
        try {
            return Long.parseLong(Files.readString(PAGES, US_ASCII).split(" ", 3)[1]) * PAGE;
        } catch (IOException | RuntimeException _) {
            return 0;
        }
    }
}
