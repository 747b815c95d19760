package hobson.engine;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets threads wait until something is so: whoever changes what that depends on rings, and all who wait look again. Thread-safe. */
public final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();

    /** To be called after the change. */
    public void ring() {
        lock.lock();
        try {
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits without limit. */
    public void await(BooleanSupplier so) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!so.getAsBoolean()) {
                rung.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits at most that long.
     *
     * @return whether it is so
     */
    public boolean await(BooleanSupplier so, Duration longest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = longest.toNanos();
            while (!so.getAsBoolean() && left > 0) {
                left = rung.awaitNanos(left);
            }
            return so.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
