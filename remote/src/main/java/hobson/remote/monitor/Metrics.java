package hobson.remote.monitor;

/** What one part of the server tells about itself. Asked by many threads; answers from memory. */
@FunctionalInterface
public interface Metrics {
    void write(MetricsText text);
}
