package hobson.server.ephemeral;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who sleeps in one server and until when, and how many are awake: the server is at rest when nobody is. One lock guards it all, so a
 * thread that wakes another one counts as awake before the other does.
 *
 * <p>Work takes turns, in the order in which it was begun: the next begins when the one before has ended or sleeps. So what is due at
 * the same moment happens in the same order in every run.
 */
final class Sleepers {
    private static final Comparator<Sleeper> ORDER =
            Comparator.<Sleeper>comparingLong(sleeper -> sleeper.due).thenComparingLong(sleeper -> sleeper.number);

    final ReentrantLock lock = new ReentrantLock();
    private final Condition rest = lock.newCondition();
    private final TreeSet<Sleeper> asleep = new TreeSet<>(ORDER);
    private long now;
    private long numbers;
    private final Deque<Runnable> turns = new ArrayDeque<>();
    private int awake;
    private int working;
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

    /** Somebody has something to do; work has been waiting for it, or is a thread that serves the whole server. */
    void rises(boolean work) {
        lock.lock();
        try {
            awake++;
            working += work ? 1 : 0;
        } finally {
            lock.unlock();
        }
    }

    /** The opposite of {@link #rises}. */
    void retires(boolean work) {
        lock.lock();
        try {
            working -= work ? 1 : 0;
            startNext();
            if (--awake == 0) {
                rest.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Work that starts when it is its turn, and retires at its end. */
    void begin(Runnable start) {
        lock.lock();
        try {
            awake++;
            turns.addLast(start);
            startNext();
        } finally {
            lock.unlock();
        }
    }

    private void startNext() {
        if (working == 0 && !turns.isEmpty()) {
            working++;
            turns.removeFirst().run();
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
