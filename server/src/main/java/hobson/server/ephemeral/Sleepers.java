package hobson.server.ephemeral;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who sleeps in one server and until when, and how many are awake: the server is at rest when nobody is. One lock guards it all, so a
 * thread that wakes another one counts as awake before the other does.
 */
final class Sleepers {
    private static final Comparator<Sleeper> ORDER =
            Comparator.<Sleeper>comparingLong(sleeper -> sleeper.due).thenComparingLong(sleeper -> sleeper.number);

    final ReentrantLock lock = new ReentrantLock();
    private final Condition rest = lock.newCondition();
    private final TreeSet<Sleeper> asleep = new TreeSet<>(ORDER);
    private long now;
    private long numbers;
    private int awake;
    private boolean ended;

    Sleepers(long now) {
        this.now = now;
    }

    long now() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    long number() {
        lock.lock();
        try {
            return ++numbers;
        } finally {
            lock.unlock();
        }
    }

    boolean isEnded() {
        return ended;
    }

    /** Somebody has something to do. */
    void rises() {
        lock.lock();
        try {
            awake++;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody has nothing to do any more. */
    void retires() {
        lock.lock();
        try {
            if (--awake == 0) {
                rest.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Under the lock, as the three below. */
    void add(Sleeper sleeper) {
        asleep.add(sleeper);
    }

    void remove(Sleeper sleeper) {
        asleep.remove(sleeper);
    }

    boolean isOver(long due) {
        return due <= now;
    }

    void awaitRest(Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (awake > 0 && !ended) {
                if (left <= 0) {
                    throw new IllegalStateException("The server has not come to rest within " + patience.toSeconds()
                            + " s: " + awake + " of its threads are at work.");
                }
                left = rest.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server came to rest", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Moves the clock to the next one who wants to be woken, and wakes that one; to the end when nobody wants to be before.
     *
     * @return whether somebody was woken
     */
    boolean wakeNext(long end) {
        lock.lock();
        try {
            if (asleep.isEmpty() || asleep.first().due > end) {
                now = Math.max(now, end);
                return false;
            }
            var next = asleep.first();
            now = Math.max(now, next.due);
            next.wake();
            return true;
        } finally {
            lock.unlock();
        }
    }

    Optional<Instant> next() {
        lock.lock();
        try {
            return asleep.isEmpty() || asleep.first().due == Long.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(asleep.first().due));
        } finally {
            lock.unlock();
        }
    }

    /** The server is no more: whoever still sleeps for it wakes. */
    void end() {
        lock.lock();
        try {
            ended = true;
            while (!asleep.isEmpty()) {
                asleep.first().wake();
            }
            rest.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
