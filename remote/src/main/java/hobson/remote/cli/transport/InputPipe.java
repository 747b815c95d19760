package hobson.remote.cli.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * What comes in for a command that may want it later, or never. Holds 64 KiB: who brings more waits until the command has read, or has
 * ended. One thread writes, one reads.
 */
final class InputPipe extends InputStream {
    private final byte[] ring = new byte[64 * 1024];
    private int first;
    private int filled;
    private boolean ended;
    private boolean lost;
    private boolean unwanted;

    /** Returns when everything is in; what nobody wants is thrown away. */
    synchronized void put(byte[] bytes, int offset, int length) throws InterruptedIOException {
        int end = offset + length;
        for (int at = offset; at < end && hasRoom(); ) {
            int start = (first + filled) % ring.length;
            int count = Math.min(end - at, Math.min(ring.length - filled, ring.length - start));
            System.arraycopy(bytes, at, ring, start, count);
            filled += count;
            at += count;
            notifyAll();
        }
    }

    /** Waits for it; false when none is needed any more. */
    private synchronized boolean hasRoom() throws InterruptedIOException {
        try {
            while (filled == ring.length && !unwanted) {
                wait();
            }
            return !unwanted;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** There will be no more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** There would have been more, or nobody knows: half of a document must not be taken for one. */
    synchronized void lose() {
        lost = true;
        notifyAll();
    }

    /** Nobody will read any more. */
    @Override
    public synchronized void close() {
        unwanted = true;
        filled = 0;
        notifyAll();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasBytes()) {
            return -1;
        }
        int count = Math.min(length, Math.min(filled, ring.length - first));
        System.arraycopy(ring, first, into, offset, count);
        first = (first + count) % ring.length;
        filled -= count;
        notifyAll();
        return count;
    }

    @Override
    public synchronized int available() {
        return filled;
    }

    /** Waits for them; false when there will be none. */
    private synchronized boolean hasBytes() throws InterruptedIOException {
        try {
            while (filled == 0 && !ended && !lost && !unwanted) {
                wait();
            }
            if (lost) {
                throw new InterruptedIOException("the caller is gone");
            }
            return filled > 0;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }
}
