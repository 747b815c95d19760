package hobson.engine.test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The end of the file of a report, which says where the rest is:
 *
 * <pre>{@code
 * records of tests, and of what suites printed, in the order of the reports
 * records of the suites            at suitesAt
 * table of the tests               at tableAt
 * this
 * }</pre>
 */
record Trailer(long suitesAt, int suites, long tableAt, long places, float duration, TestTotals totals) {
    private static final long MARK = 0x484f42534f4e5431L; // HOBSONT1
    private static final int BYTES = 4 * Long.BYTES + 5 * Integer.BYTES + Double.BYTES;

    void write(FileChannel file, long position) throws IOException {
        var bytes = ByteBuffer.allocate(BYTES)
                .putLong(suitesAt)
                .putInt(suites)
                .putLong(tableAt)
                .putLong(places)
                .putFloat(duration)
                .putInt(totals.failed())
                .putInt(totals.skipped())
                .putInt(totals.total())
                .putDouble(totals.healthScale())
                .putLong(MARK)
                .flip();
        for (long at = position; bytes.hasRemaining(); ) {
            at += file.write(bytes, at);
        }
    }

    static Trailer read(FileChannel file, Path path) throws IOException {
        var bytes = ByteBuffer.allocate(BYTES);
        long start = Math.max(0, file.size() - BYTES);
        while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {
            // the rest
        }
        if (bytes.hasRemaining() || bytes.getLong(BYTES - Long.BYTES) != MARK) {
            throw new IOException("the report of the tests is damaged: " + path);
        }
        bytes.flip();
        return new Trailer(
                bytes.getLong(),
                bytes.getInt(),
                bytes.getLong(),
                bytes.getLong(),
                bytes.getFloat(),
                new TestTotals(bytes.getInt(), bytes.getInt(), bytes.getInt(), bytes.getDouble()));
    }
}
