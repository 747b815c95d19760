package hobson.export;

/**
 * A list that is read in slices, so that {@code allBuilds{0,20}} costs twenty items whatever the length.
 *
 * @param <V> the items
 */
@FunctionalInterface
public interface Rows<V> {

    /**
     * The items from index {@code from} (at least 0) to {@code to} (exclusive, {@link Integer#MAX_VALUE} for all, never less
     * than {@code from}); fewer, or none, where there are fewer. Iterated once, while the answer is written.
     */
    Iterable<? extends V> slice(int from, int to);
}
