package hobson.remote.monitor;

import hobson.engine.metric.Histogram;
import hobson.http.Header;

/** Writes the text format of Prometheus, version 0.0.4. Families in the order in which they are begun. Used by one thread. */
public final class MetricsText {
    static final Header TYPE = Header.constant("Content-Type", "text/plain; version=0.0.4; charset=utf-8");

    private static final double MICROS = 1e6;

    private final StringBuilder out = new StringBuilder(16_000);
    private String family = "";

    /** Begins a number that only grows. */
    public MetricsText counter(String name, String help) {
        return family(name, "counter", help);
    }

    /** Begins a number that goes up and down. */
    public MetricsText gauge(String name, String help) {
        return family(name, "gauge", help);
    }

    /** Begins durations, in seconds. */
    public MetricsText histogram(String name, String help) {
        return family(name, "histogram", help);
    }

    private MetricsText family(String name, String type, String help) {
        family = name;
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /** @param labels names and values */
    public MetricsText value(long value, String... labels) {
        line("", labels, null);
        out.append(value).append('\n');
        return this;
    }

    public MetricsText value(double value, String... labels) {
        line("", labels, null);
        out.append(value).append('\n');
        return this;
    }

    public MetricsText value(Histogram.Snapshot durations, String... labels) {
        long seen = 0;
        for (int i = 0; i < durations.counts().length; i++) {
            seen += durations.counts()[i];
            boolean last = i == durations.boundsMicros().length;
            line("_bucket", labels, last ? "+Inf" : Double.toString(durations.boundsMicros()[i] / MICROS));
            out.append(seen).append('\n');
        }
        line("_sum", labels, null);
        out.append(durations.sumMicros() / MICROS).append('\n');
        line("_count", labels, null);
        out.append(seen).append('\n');
        return this;
    }

    private void line(String suffix, String[] labels, @org.jspecify.annotations.Nullable String bound) {
        out.append(family).append(suffix);
        char next = '{';
        for (int i = 0; i + 1 < labels.length; i += 2) {
            next = label(next, labels[i], labels[i + 1]);
        }
        if (bound != null) next = label(next, "le", bound);
        out.append(next == '{' ? " " : "} ");
    }

    private char label(char before, String name, String value) {
        out.append(before).append(name).append("=\"");
        out.append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
        out.append('"');
        return ',';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
