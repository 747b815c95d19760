package hobson.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** How much of the memory of the server the bodies of requests take together. The start of each is free. Used by many threads. */
final class BodyMemory {
    private static final int FREE = 64 * 1024;
    private static final Header SOON = Header.constant("Retry-After", "5");

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    BodyMemory(Limits limits) {
        this.most = limits.largeBodies();
    }

    Share share() {
        return new Share();
    }

    /** What one request holds, until it is closed. Used by one thread at a time. */
    final class Share implements AutoCloseable {
        private long held;
        private long charged;

        /** @throws Problem 503 when other requests have taken what there is */
        void take(int bytes) {
            held += bytes;
            long due = held - FREE - charged;
            if (due <= 0) return;
            if (taken.addAndGet(due) > most) {
                taken.addAndGet(-due);
                throw new Problem(
                        503, "Too many large requests are being read at this moment; send this one again soon", SOON);
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
