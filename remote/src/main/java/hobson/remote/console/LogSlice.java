package hobson.remote.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Some of the bytes of a log.
 *
 * @param end of the bytes that are shown
 * @param next where the following slice begins; after {@code end} when a last line without an end is left out
 */
record LogSlice(Path file, long start, long end, long next) {
    private static final int CHUNK = 128 * 1024;
    private static final int MOST_LINES = 10_000;

    /** Of a build that has ended: to the end of the file, without a last line that has no end. */
    static LogSlice ofFinished(Path file, long start) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long from = start > size ? 0 : start;
            return new LogSlice(file, from, lastLineEnd(channel, from, size), size);
        }
    }

    /** Of a build that still writes: complete lines, and not more than 10,000. */
    static LogSlice ofRunning(Path file, long start) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long from = start > size ? 0 : start;
            long end = lineEnds(channel, from, size);
            return new LogSlice(file, from, end, end);
        }
    }

    static LogSlice whole(Path file) throws IOException {
        return toEnd(file, 0);
    }

    /** All from there on, with a last line that has no end. */
    static LogSlice toEnd(Path file, long start) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            return new LogSlice(file, Math.min(start, size), size, size);
        }
    }

    /** Where the last lines begin. Looks from the back. */
    static long startOfLast(Path file, int lines) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (lines == 0) {
                return size;
            }
            var buffer = ByteBuffer.allocate(CHUNK);
            int ends = 0;
            for (long high = size - 1; high > 0; ) { // the end of the last line begins no other
                long low = Math.max(0, high - CHUNK);
                read(channel, buffer, low, (int) (high - low));
                for (int i = buffer.limit() - 1; i >= 0; i--) {
                    if (buffer.get(i) == '\n' && ++ends == lines) {
                        return low + i + 1;
                    }
                }
                high = low;
            }
            return 0;
        }
    }

    /** The last bytes, from the start of a line. */
    static LogSlice tail(Path file, long length) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long from = Math.max(0, size - length);
            long start = from == 0 ? 0 : firstLineEnd(channel, from, size);
            return new LogSlice(file, start, size, size);
        }
    }

    long length() {
        return end - start;
    }

    void copy(OutputStream out, ConsoleCopy.Form form) throws IOException {
        var copy = new ConsoleCopy(out, form);
        var bytes = new byte[CHUNK];
        var buffer = ByteBuffer.wrap(bytes);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long at = start; at < end; ) {
                buffer.clear().limit((int) Math.min(CHUNK, end - at));
                int read = channel.read(buffer, at);
                if (read < 0) {
                    break;
                }
                copy.write(bytes, read);
                at += read;
            }
        }
        copy.finish();
    }

    private static boolean endsLine(byte b) {
        return b == '\n' || b == '\r';
    }

    /** After the last line end between the two, {@code from} when there is none. Looks from the back. */
    private static long lastLineEnd(FileChannel channel, long from, long to) throws IOException {
        var buffer = ByteBuffer.allocate(CHUNK);
        for (long high = to; high > from; ) {
            long low = Math.max(from, high - CHUNK);
            read(channel, buffer, low, (int) (high - low));
            for (int i = buffer.limit() - 1; i >= 0; i--) {
                if (endsLine(buffer.get(i))) {
                    return low + i + 1;
                }
            }
            high = low;
        }
        return from;
    }

    private static long firstLineEnd(FileChannel channel, long from, long to) throws IOException {
        var buffer = ByteBuffer.allocate(CHUNK);
        for (long at = from; at < to; at += CHUNK) {
            read(channel, buffer, at, (int) Math.min(CHUNK, to - at));
            for (int i = 0; i < buffer.limit(); i++) {
                if (buffer.get(i) == '\n') {
                    return at + i + 1;
                }
            }
        }
        return to;
    }

    private static long lineEnds(FileChannel channel, long from, long to) throws IOException {
        var buffer = ByteBuffer.allocate(CHUNK);
        long end = from;
        int lines = 0;
        for (long at = from; at < to; at += CHUNK) {
            read(channel, buffer, at, (int) Math.min(CHUNK, to - at));
            for (int i = 0; i < buffer.limit(); i++) {
                byte b = buffer.get(i);
                if (endsLine(b)) {
                    end = at + i + 1;
                    if (b == '\n' && ++lines == MOST_LINES) {
                        return end;
                    }
                }
            }
        }
        return end;
    }

    private static void read(FileChannel channel, ByteBuffer buffer, long at, int length) throws IOException {
        buffer.clear().limit(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                break;
            }
        }
        buffer.flip();
    }
}
