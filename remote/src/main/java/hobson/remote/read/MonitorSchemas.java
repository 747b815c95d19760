package hobson.remote.read;

import hobson.engine.Reader;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.remote.read.NodeMonitors.Disk;
import hobson.remote.read.NodeMonitors.Measured;
import hobson.remote.read.NodeMonitors.Memory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The measurements of a node as {@code monitorData} (objects.md §10.4). */
final class MonitorSchemas {
    private static final String PACKAGE = "hudson.node_monitors.";

    /** Below it an agent would be taken out of service. */
    private static final long THRESHOLD = 1L << 30;

    private final Schema<Memory, Reader> memory = Schema.<Memory, Reader>named(
                    PACKAGE + "SwapSpaceMonitor$MemoryUsage2")
            .longInteger("availablePhysicalMemory", (m, _) -> m.availablePhysical())
            .longInteger("availableSwapSpace", (m, _) -> m.availableSwap())
            .longInteger("totalPhysicalMemory", (m, _) -> m.totalPhysical())
            .longInteger("totalSwapSpace", (m, _) -> m.totalSwap())
            .build();
    private final Schema<Disk, Reader> disk = Schema.<Disk, Reader>named(
                    PACKAGE + "DiskSpaceMonitorDescriptor$DiskSpace")
            .extend(stamped(Disk::timestamp))
            .text("path", (d, _) -> d.path())
            .longInteger("size", (d, _) -> d.available())
            .longInteger("threshold", (_, _) -> THRESHOLD)
            .longInteger("totalSize", (d, _) -> d.total())
            .longInteger("warningThreshold", (_, _) -> 2 * THRESHOLD)
            .build();
    private final Schema<ResponseTime, Reader> response = Schema.<ResponseTime, Reader>named(
                    PACKAGE + "ResponseTimeMonitor$Data")
            .extend(stamped(ResponseTime::timestamp))
            .longInteger("average", (_, _) -> 0)
            .build();
    private final Schema<Clock, Reader> clock = Schema.<Clock, Reader>named("hudson.util.ClockDifference")
            .longInteger("diff", (_, _) -> 0)
            .build();

    /** This node answers itself, at once. */
    private record ResponseTime(long timestamp) {}

    /** This node's clock is the server's. */
    private record Clock() {}

    /** What measurements inherit from being possible causes to take a node out of service. */
    private static <T> Schema<T, Reader> stamped(ToLongFunction<T> timestamp) {
        return Schema.<T, Reader>named("hudson.slaves.OfflineCause")
                .time("timestamp", (measured, _) -> timestamp.applyAsLong(measured))
                .build();
    }

    /** The values of all monitors; each null before the first measurement. */
    static Map<String, @Nullable Object> values(@Nullable Measured measured) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put(PACKAGE + "SwapSpaceMonitor", measured == null ? null : measured.memory());
        values.put(PACKAGE + "TemporarySpaceMonitor", measured == null ? null : measured.temporary());
        values.put(PACKAGE + "DiskSpaceMonitor", measured == null ? null : measured.home());
        values.put(PACKAGE + "ArchitectureMonitor", measured == null ? null : measured.architecture());
        values.put(PACKAGE + "ResponseTimeMonitor", measured == null ? null : new ResponseTime(measured.timestamp()));
        values.put(PACKAGE + "ClockMonitor", measured == null ? null : new Clock());
        return values;
    }

    /** Objects, or a text. */
    Kind<Object, Reader> kind() {
        var objects = Kind.<Object, Reader>declared("java.lang.Object", this::schema)
                .among(() -> List.of(memory, disk, response, clock));
        var texts = Kind.<Object, Reader>simple();
        return Kind.chosen(value -> value instanceof String ? texts : objects, List.of(objects, texts));
    }

    private @Nullable Schema<?, Reader> schema(Object value) {
        return switch (value) {
            case Memory _ -> memory;
            case Disk _ -> disk;
            case ResponseTime _ -> response;
            case Clock _ -> clock;
            default -> null;
        };
    }
}
