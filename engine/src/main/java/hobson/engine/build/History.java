package hobson.engine.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Summaries of all builds of one job, as columns: 25 bytes a build.
 *
 * <pre>{@code
 * numbers     1  2  4  5        ascending; 3 was deleted
 * results     0  2  0 -1        ordinal, -1 while running
 * timestamps  …
 * durations   …
 * }</pre>
 *
 * <p>Used by many threads; no method does more than copy what it returns, but for {@link #remove}.
 */
public final class History {
    private static final byte RUNNING = -1;
    private static final Result[] RESULTS = Result.values();

    private int size;
    private int[] numbers;
    private byte[] results;
    private long[] timestamps;
    private long[] durations;
    private final int[] newestOf = new int[RESULTS.length];

    /** @param newestFirst as the store has them */
    public History(List<BuildSummary> newestFirst) {
        int capacity = Math.max(4, newestFirst.size());
        numbers = new int[capacity];
        results = new byte[capacity];
        timestamps = new long[capacity];
        durations = new long[capacity];
        for (var summary : newestFirst.reversed()) {
            put(summary);
        }
    }

    /** Adds a build or writes anew what is known of it. */
    synchronized void put(BuildSummary build) {
        int at = Arrays.binarySearch(numbers, 0, size, build.number());
        if (at < 0) {
            at = insert(-at - 1);
        }
        numbers[at] = build.number();
        results[at] = build.result() == null ? RUNNING : code(build.result());
        timestamps[at] = build.timestamp();
        durations[at] = build.duration();
        if (results[at] != RUNNING) {
            newestOf[results[at]] = Math.max(newestOf[results[at]], build.number());
        }
    }

    /** The build with the next lower number; null when there is none. */
    public synchronized @Nullable BuildSummary before(int number) {
        int at = Arrays.binarySearch(numbers, 0, size, number);
        int before = (at < 0 ? -at - 1 : at) - 1;
        return before < 0 ? null : at(before);
    }

    /** The build with the next higher number; null when there is none. */
    public synchronized @Nullable BuildSummary after(int number) {
        int at = Arrays.binarySearch(numbers, 0, size, number);
        int after = at < 0 ? -at - 1 : at + 1;
        return after >= size ? null : at(after);
    }

    private int insert(int at) {
        if (size == numbers.length) {
            int longer = size + (size >> 1) + 1;
            numbers = Arrays.copyOf(numbers, longer);
            results = Arrays.copyOf(results, longer);
            timestamps = Arrays.copyOf(timestamps, longer);
            durations = Arrays.copyOf(durations, longer);
        }
        shift(at, at + 1);
        size++;
        return at;
    }

    private void shift(int from, int to) {
        int count = size - from;
        if (count > 0) {
            System.arraycopy(numbers, from, numbers, to, count);
            System.arraycopy(results, from, results, to, count);
            System.arraycopy(timestamps, from, timestamps, to, count);
            System.arraycopy(durations, from, durations, to, count);
        }
    }

    synchronized void remove(int number) {
        int at = Arrays.binarySearch(numbers, 0, size, number);
        if (at < 0) {
            return;
        }
        if (at + 1 < size) {
            int count = size - at - 1;
            System.arraycopy(numbers, at + 1, numbers, at, count);
            System.arraycopy(results, at + 1, results, at, count);
            System.arraycopy(timestamps, at + 1, timestamps, at, count);
            System.arraycopy(durations, at + 1, durations, at, count);
        }
        size--;
        Arrays.fill(newestOf, 0);
        for (int i = 0; i < size; i++) {
            if (results[i] != RUNNING) {
                newestOf[results[i]] = numbers[i];
            }
        }
    }

    public synchronized int size() {
        return size;
    }

    /** Builds from the {@code from}-th newest to before the {@code to}-th newest; clipped at both ends. */
    public synchronized List<BuildSummary> slice(int from, int to) {
        int end = Math.min(to, size);
        if (from >= end) {
            return List.of();
        }
        var slice = new ArrayList<BuildSummary>(end - from);
        for (int i = from; i < end; i++) {
            slice.add(at(size - 1 - i));
        }
        return slice;
    }

    public List<BuildSummary> newest(int limit) {
        return slice(0, limit);
    }

    public synchronized @Nullable BuildSummary find(int number) {
        int at = Arrays.binarySearch(numbers, 0, size, number);
        return at < 0 ? null : at(at);
    }

    /** Number of the build that a permalink means; empty when there is none. */
    public synchronized OptionalInt number(Permalink permalink) {
        int number = size == 0
                ? 0
                : switch (permalink) {
                    case LAST -> numbers[size - 1];
                    case FIRST -> numbers[0];
                    case LAST_COMPLETED -> newest(Result.SUCCESS, Result.ABORTED);
                    case LAST_SUCCESSFUL -> newest(Result.SUCCESS, Result.UNSTABLE);
                    case LAST_STABLE -> newest(Result.SUCCESS, Result.SUCCESS);
                    case LAST_UNSTABLE -> newest(Result.UNSTABLE, Result.UNSTABLE);
                    case LAST_FAILED -> newest(Result.FAILURE, Result.FAILURE);
                    case LAST_UNSUCCESSFUL -> newest(Result.UNSTABLE, Result.ABORTED);
                };
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    public @Nullable BuildSummary of(Permalink permalink) {
        var number = number(permalink);
        return number.isEmpty() ? null : find(number.getAsInt());
    }

    private int newest(Result best, Result worst) {
        int newest = 0;
        for (int code = code(best); code <= code(worst); code++) {
            newest = Math.max(newest, newestOf[code]);
        }
        return newest;
    }

    private BuildSummary at(int i) {
        return new BuildSummary(
                numbers[i], results[i] == RUNNING ? null : RESULTS[results[i]], timestamps[i], durations[i]);
    }

    @SuppressWarnings("EnumOrdinal") // a column of this class, never stored
    private static byte code(Result result) {
        return (byte) result.ordinal();
    }
}
