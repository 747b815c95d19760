package hobson.engine.test;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads what {@link Output} wrote, a window at a time. The file is opened for each window and closed again: who stops reading in
 * the middle leaves nothing open.
 */
final class Records {
    private static final int WINDOW = 64 * 1024;
    private static final int SMALL_WINDOW = 4 * 1024;

    private final Path file;

    Records(Path file) {
        this.file = file;
    }

    /** The record there. */
    DataInputStream at(long position) throws IOException {
        return new Cursor(position, SMALL_WINDOW).next();
    }

    /** The records from there on. */
    Cursor from(long position) {
        return new Cursor(position, WINDOW);
    }

    /** One record after the other. For one thread. */
    final class Cursor {
        private final int windowSize;
        private long position;
        private byte[] window = new byte[0];
        private long windowStart;

        private Cursor(long position, int windowSize) {
            this.position = position;
            this.windowSize = windowSize;
        }

        long position() {
            return position;
        }

        /** To be read before the next one is asked for. */
        DataInputStream next() throws IOException {
            int length = length();
            fill(Integer.BYTES + length);
            int start = (int) (position - windowStart) + Integer.BYTES;
            position += Integer.BYTES + length;
            return new DataInputStream(new ByteArrayInputStream(window, start, length));
        }

        void skip() throws IOException {
            position += Integer.BYTES + length();
        }

        private int length() throws IOException {
            fill(Integer.BYTES);
            int length = ByteBuffer.wrap(window).getInt((int) (position - windowStart));
            if (length < 0) {
                throw new IOException("the report of the tests is damaged: " + file);
            }
            return length;
        }

        /** Has that many bytes from the position on in the window. */
        private void fill(int wanted) throws IOException {
            long offset = position - windowStart;
            if (offset >= 0 && offset + wanted <= window.length) {
                return;
            }
            window = read(position, wanted, Math.max(wanted, windowSize));
            windowStart = position;
        }
    }

    private byte[] read(long position, int least, int most) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int length = (int) Math.min(most, channel.size() - position);
            if (length < least) {
                throw new EOFException("the report of the tests ends too early: " + file);
            }
            var bytes = ByteBuffer.allocate(length);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, position + bytes.position()) < 0) {
                    throw new EOFException("the report of the tests ends too early: " + file);
                }
            }
            return bytes.array();
        }
    }
}
