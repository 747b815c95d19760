package hobson.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that many callers do at once, each with the next as soon as the last is done. */
final class Load {
    private Load() {}

    /** What one caller does again and again. */
    @FunctionalInterface
    interface Caller {
        void call() throws IOException;
    }

    /** Makes the callers, by their number. */
    @FunctionalInterface
    interface Callers {
        Caller caller(int number) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param rate calls per second of all callers together
     * @param median how long half of the calls took at most, in milliseconds
     */
    record Outcome(double rate, double median) {}

    static Outcome run(int callers, Duration time, Callers made) throws IOException {
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = new ArrayList<Future<double[]>>();
            long start = System.nanoTime();
            long end = start + time.toNanos();
            for (int i = 0; i < callers; i++) {
                var caller = made.caller(i);
                running.add(threads.submit(() -> repeat(caller, end)));
            }
            var all = all(running);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Outcome(all.length / seconds, new Samples(all).median());
        }
    }

    private static double[] repeat(Caller caller, long end) throws IOException {
        var times = new ArrayList<Double>();
        for (long now = System.nanoTime(); now < end; ) {
            caller.call();
            long after = System.nanoTime();
            times.add((after - now) / 1e6);
            now = after;
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] all(List<Future<double[]>> running) throws IOException {
        var parts = new ArrayList<double[]>();
        for (var one : running) {
            try {
                parts.add(one.get());
            } catch (ExecutionException e) {
                throw new IOException("a caller failed: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while callers were at work", e);
            }
        }
        return parts.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }
}
