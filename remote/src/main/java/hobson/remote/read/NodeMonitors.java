package hobson.remote.read;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is measured of the machine, now and then and never for a request (objects.md §10.4). */
final class NodeMonitors {
    private static final System.Logger LOG = System.getLogger(NodeMonitors.class.getName());
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private final Path home;
    private final InstantSource clock;
    private volatile @Nullable Measured latest;

    NodeMonitors(Path home, InstantSource clock) {
        this.home = home;
        this.clock = clock;
    }

    /** All in bytes. */
    record Memory(long availablePhysical, long availableSwap, long totalPhysical, long totalSwap) {}

    /** @param timestamp when that was so, milliseconds since 1970 */
    record Disk(long timestamp, String path, long available, long total) {}

    /** The last measurement; what could not be found out is null. */
    record Measured(
            long timestamp,
            String architecture,
            @Nullable Memory memory,
            @Nullable Disk home,
            @Nullable Disk temporary) {}

    /** Null before the first measurement. */
    @Nullable
    Measured latest() {
        return latest;
    }

    void measure() {
        latest = new Measured(
                clock.millis(),
                System.getProperty("os.name") + " (" + System.getProperty("os.arch") + ")",
                memory(),
                disk(home),
                disk(Path.of(System.getProperty("java.io.tmpdir", "/tmp"))));
    }

    private @Nullable Disk disk(Path path) {
        try {
            var store = Files.getFileStore(path);
            return new Disk(
                    clock.millis(), path.toAbsolutePath().toString(), store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the free space of " + path + " cannot be found out; it is shown as unknown", e);
            return null;
        }
    }

    private static @Nullable Memory memory() {
        try {
            return Files.isReadable(MEMORY) ? memory(Files.readString(MEMORY)) : null;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the free memory cannot be found out; it is shown as unknown", e);
            return null;
        }
    }

    /** Reads lines such as {@code MemTotal:  24612796 kB}; a number that is not there is -1. */
    static Memory memory(String text) {
        Map<String, Long> bytes = new HashMap<>();
        text.lines().forEach(line -> {
            var words = line.split("[:\\s]+", 3);
            if (words.length > 1 && words[1].matches("\\d{1,15}")) bytes.put(words[0], Long.parseLong(words[1]) * 1024);
        });
        return new Memory(
                bytes.getOrDefault("MemAvailable", -1L),
                bytes.getOrDefault("SwapFree", -1L),
                bytes.getOrDefault("MemTotal", -1L),
                bytes.getOrDefault("SwapTotal", -1L));
    }
}
