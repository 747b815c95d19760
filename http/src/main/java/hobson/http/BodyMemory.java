package hobson.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** How much of the memory of the server bodies take together, of requests or of answers. The start of each is free. Used by many threads. */
final class BodyMemory {
    private static final int FREE = 64 * 1024;
    private static final Header SOON = Header.constant("Retry-After", "5");

    private final long most;
    private final String sentence;
    private final AtomicLong taken = new AtomicLong();

    private BodyMemory(Limits limits, String sentence) {
        this.most = limits.largeBodies();
        this.sentence = sentence;
    }

    /** While they come in, and until they are answered. */
    static BodyMemory ofRequests(Limits limits) {
        return new BodyMemory(
                limits, "Too many large requests are being read at this moment; send this one again soon");
    }

    /** Until the network has taken them: who asks for much and reads nothing holds it. */
    static BodyMemory ofAnswers(Limits limits) {
        return new BodyMemory(
                limits, "Too many large answers are being sent at this moment; ask for this one again soon");
    }

    Share share() {
        return new Share();
    }

    /** What one request holds, until it is closed. Used by one thread at a time. */
    final class Share implements AutoCloseable {
        private long held;
        private long charged;

        /** @throws Problem 503 when others have taken what there is */
        void take(int bytes) {
            held += bytes;
            long due = held - FREE - charged;
            if (due <= 0) return;
            if (taken.addAndGet(due) > most) {
                taken.addAndGet(-due);
                throw new Problem(503, sentence, SOON);
            }
            charged += due;
        }

        /** The same bytes; they are taken as they come in. */
        InputStream taking(InputStream body) {
            return new FilterInputStream(body) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int count = super.read(into, offset, length);
                    take(Math.max(0, count));
                    return count;
                }
            };
        }

        @Override
        public void close() {
            taken.addAndGet(-charged);
            charged = 0;
            held = 0;
        }
    }
}
