package hobson.export;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** Arrays that are used again for the next answer. Holds few; whoever finds none makes a new one. Thread-safe. */
final class Buffers {
    private static final int SMALLEST = 4 * 1024;

    private final AtomicReferenceArray<byte[]> free = new AtomicReferenceArray<>(16);
    private final int largest;

    Buffers(int largest) {
        this.largest = largest;
    }

    byte[] take() {
        for (int i = 0; i < free.length(); i++) {
            var buffer = free.getAndSet(i, null);
            if (buffer != null) return buffer;
        }
        return new byte[Math.min(SMALLEST, largest)];
    }

    void giveBack(byte[] buffer) {
        for (int i = 0; i < free.length(); i++) {
            if (free.compareAndSet(i, null, buffer)) return;
        }
    }
}
