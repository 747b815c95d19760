package hobson.export;

import java.util.concurrent.atomic.AtomicLong;

/** How much memory all answers together take while they are made. Small ones are not counted. Thread-safe. */
final class AnswerMemory {
    private static final long LEAST = 64L << 20;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    AnswerMemory(long most) {
        this.most = most;
    }

    /** A quarter of the heap. */
    static AnswerMemory ofThisServer() {
        return new AnswerMemory(Math.max(LEAST, Runtime.getRuntime().maxMemory() / 4));
    }

    static Halt.Refused busy() {
        return new Halt.Refused(
                503, "Too many large answers are being made at this moment; ask for this one again soon");
    }

    Share share() {
        return new Share();
    }

    /** What one answer holds, until it is closed. Used by one thread. */
    final class Share implements AutoCloseable {
        private long held;

        void take(long bytes) {
            if (held + bytes > most / 2) {
                throw new Halt.OverBudget(
                        "This answer takes more than %s bytes of memory".formatted(Shown.count(most / 2)), null);
            }
            if (taken.addAndGet(bytes) > most) {
                taken.addAndGet(-bytes);
                throw busy();
            }
            held += bytes;
        }

        @Override
        public void close() {
            taken.addAndGet(-held);
            held = 0;
        }
    }
}
