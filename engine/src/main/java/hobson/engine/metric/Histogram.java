package hobson.engine.metric;

import java.util.concurrent.atomic.LongAdder;

/** How often something took how long. Used by many threads; costs two additions each time. */
public final class Histogram {
    private final long[] bounds;
    private final LongAdder[] counts;
    private final LongAdder sum = new LongAdder();

    /** @param boundsMicros upper ends of the buckets, ascending; what takes longer than the last one has a bucket of its own */
    public Histogram(long... boundsMicros) {
        bounds = boundsMicros.clone();
        counts = new LongAdder[bounds.length + 1];
        for (int i = 0; i < counts.length; i++) counts[i] = new LongAdder();
    }

    public void add(long micros) {
        int bucket = 0;
        while (bucket < bounds.length && micros > bounds[bucket]) bucket++;
        counts[bucket].increment();
        sum.add(micros);
    }

    /**
     * What was added so far.
     *
     * @param counts one more than bounds; not cumulative
     */
    @SuppressWarnings("ArrayRecordComponent") // made for one reader, never compared
    public record Snapshot(long[] boundsMicros, long[] counts, long sumMicros) {}

    public Snapshot snapshot() {
        var now = new long[counts.length];
        for (int i = 0; i < now.length; i++) now[i] = counts[i].sum();
        return new Snapshot(bounds.clone(), now, sum.sum());
    }
}
