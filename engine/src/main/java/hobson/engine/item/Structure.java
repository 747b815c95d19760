package hobson.engine.item;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Keeps changes of the tree of items apart: those of single jobs go on together, those of a folder wait for them and let no other
 * begin.
 */
public final class Structure {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Does what concerns one job, or the place of a new item. */
    <T> T shared(Supplier<T> work) {
        return under(lock.readLock(), work);
    }

    /** Does what concerns whatever is in the item. */
    <T> T around(Item item, Supplier<T> work) {
        return item instanceof Job ? shared(work) : alone(work);
    }

    <T> T alone(Supplier<T> work) {
        return under(lock.writeLock(), work);
    }

    private static <T> T under(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
