package hobson.jenkinscli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Frames on their way into the body of a request: each is preceded by its length. */
final class HttpWire implements Wire {
    private static final int HEAD = 5;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(4);
    private volatile boolean closed;

    @Override
    public void send(Frame frame) throws IOException {
        put(ByteBuffer.allocate(HEAD + frame.payload().length)
                .putInt(frame.payload().length)
                .put(frame.op())
                .put(frame.payload())
                .array());
    }

    private void put(byte[] bytes) throws IOException {
        if (closed) {
            throw new IOException("the conversation is over");
        }
        try {
            waiting.put(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** What is read of it is sent at once. */
    InputStream body() {
        return new InputStream() {
            private InputStream current = InputStream.nullInputStream();

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                int count = current.read(into, offset, length);
                while (count < 0) {
                    var next = next();
                    if (next.length == 0) {
                        return -1;
                    }
                    current = new ByteArrayInputStream(next);
                    count = current.read(into, offset, length);
                }
                return count;
            }
        };
    }

    private byte[] next() throws IOException {
        try {
            return closed && waiting.isEmpty() ? END : waiting.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Nobody takes the frames any more. */
    void end() {
        closed = true;
        waiting.clear();
        waiting.offer(END);
    }

    @Override
    public void close() {
        end();
    }
}
