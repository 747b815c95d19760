package hobson.export;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Keeps what was used lately. New entries go to the young generation; when that is full it becomes the old one, and what was old
 * and has not been used since is forgotten. Never holds more than two generations. Reading what is young does not lock.
 * Thread-safe.
 */
final class GenerationCache<K, V> {
    private final int capacity;
    private final ToIntFunction<K> weight;
    private volatile Generation<K, V> young = new Generation<>();
    private volatile Generation<K, V> old = new Generation<>();

    private static final class Generation<K, V> {
        final ConcurrentMap<K, V> entries = new ConcurrentHashMap<>();
        int weight;
    }

    /**
     * @param capacity weight of one generation
     * @param weight of an entry, at least 1
     */
    GenerationCache(int capacity, ToIntFunction<K> weight) {
        this.capacity = capacity;
        this.weight = weight;
    }

    /** The value of a key; makes it, perhaps in two threads at once, if it is not there. What {@code make} throws is not kept. */
    V get(K key, Supplier<? extends V> make) {
        V value = young.entries.get(key);
        if (value != null) return value;
        value = old.entries.get(key);
        if (value == null) value = make.get();
        keep(key, value);
        return value;
    }

    private synchronized void keep(K key, V value) {
        int added = weight.applyAsInt(key);
        if (added > capacity) return;
        if (young.weight + added > capacity) {
            old = young;
            young = new Generation<>();
        }
        if (young.entries.putIfAbsent(key, value) == null) young.weight += added;
    }
}
