package hobson.engine.time;

import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Time passes by itself. */
record RealPace(InstantSource clock) implements Pace {
    @Override
    public Alarm alarm() {
        return new Bell(clock);
    }

    @Override
    public void begin(String name, Runnable work) {
        Thread.ofVirtual().name(name).start(work);
    }

    private static final class Bell implements Alarm {
        /** The clock of the machine may be set while a thread sleeps. */
        private static final long LONGEST_SLEEP = 30_000;

        private final InstantSource clock;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private boolean rung;

        Bell(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public void ring() {
            lock.lock();
            try {
                rung = true;
                changed.signal();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void await(long due) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = TimeUnit.MILLISECONDS.toNanos(Math.clamp(due - clock.millis(), 0, LONGEST_SLEEP));
                while (!rung && left > 0) {
                    left = changed.awaitNanos(left);
                }
                rung = false;
            } finally {
                lock.unlock();
            }
        }
    }
}
