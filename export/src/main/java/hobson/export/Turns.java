package hobson.export;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets expensive answers be made a few at a time, so that the processors are there for everything else too. Thread-safe. */
final class Turns {
    private static final long LONGEST_WAIT_SECONDS = 20;

    private final Semaphore free;

    Turns(int most) {
        this.free = new Semaphore(most, true);
    }

    Turn turn() {
        return new Turn();
    }

    /** What one answer has from when it turns out to be expensive until it is made. Used by one thread. */
    final class Turn implements AutoCloseable {
        private boolean taken;

        /** Waits until others are made; returns at once when it has been called before. */
        void begin() {
            if (taken) return;
            try {
                taken = free.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!taken) throw AnswerMemory.busy();
        }

        @Override
        public void close() {
            if (taken) free.release();
            taken = false;
        }
    }
}
