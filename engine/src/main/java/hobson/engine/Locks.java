package hobson.engine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lets those who use the same key work one after the other; now and then also some who use different ones. Thread-safe. */
public final class Locks {
    private static final int COUNT = 256;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(COUNT).toArray(ReentrantLock[]::new);

    public <T> T alone(Object key, Supplier<T> work) {
        var lock = locks[Math.floorMod(key.hashCode(), COUNT)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
