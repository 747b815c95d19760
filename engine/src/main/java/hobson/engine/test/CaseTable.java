package hobson.engine.test;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * What became of each test, found by its name: a hash table in the file of the report, mapped and never read into the heap.
 *
 * <pre>{@code
 * 16 bytes a place     hash of suite, class and test (0: free) · number of the build it fails since · its status
 * }</pre>
 */
final class CaseTable implements Closeable {
    private static final ValueLayout.OfLong HASH = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt NUMBER = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int PLACE = 16;
    private static final int LEAST = 16;
    private static final TestStatus[] STATUS = TestStatus.values();

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment table;
    private final long places;

    private CaseTable(FileChannel file, FileChannel.MapMode mode, long position, long places) throws IOException {
        this.places = places;
        this.table = places == 0 ? MemorySegment.NULL : file.map(mode, position, places * PLACE, arena);
    }

    /** @param failedSince 0 when it does not fail */
    record State(TestStatus status, int failedSince) {}

    /** How many places a table of so many tests has: at least half of them stay free. */
    static long places(int cases) {
        return Math.max(LEAST, Long.highestOneBit(cases) * 4L);
    }

    /** A table without tests, to be filled. */
    static CaseTable create(FileChannel file, long position, long places) throws IOException {
        return new CaseTable(file, FileChannel.MapMode.READ_WRITE, position, places);
    }

    static CaseTable open(FileChannel file, long position, long places) throws IOException {
        return new CaseTable(file, FileChannel.MapMode.READ_ONLY, position, places);
    }

    /** The last one of a name counts. */
    @SuppressWarnings("EnumOrdinal") // new constants come last
    void put(String suite, TestCase test) {
        long hash = hash(suite, test.className(), test.name());
        long at = find(hash);
        table.set(HASH, at, hash);
        table.set(NUMBER, at + Long.BYTES, test.failedSince());
        table.set(NUMBER, at + Long.BYTES + Integer.BYTES, test.status().ordinal());
    }

    /** Null for a test that was not there. */
    @Nullable
    State find(String suite, String className, String name) {
        if (places == 0) {
            return null;
        }
        long at = find(hash(suite, className, name));
        return table.get(HASH, at) == 0
                ? null
                : new State(
                        STATUS[table.get(NUMBER, at + Long.BYTES + Integer.BYTES)], table.get(NUMBER, at + Long.BYTES));
    }

    /** Where the hash is, or the place where it would be. */
    private long find(long hash) {
        for (long place = hash & places - 1; ; place = place + 1 & places - 1) {
            long found = table.get(HASH, place * PLACE);
            if (found == 0 || found == hash) {
                return place * PLACE;
            }
        }
    }

    /** FNV-1a, with its bits mixed: of 100,000 tests two have the same one in a billion reports. */
    private static long hash(String suite, String className, String name) {
        long hash = add(name, add(className, add(suite, 0xcbf29ce484222325L)));
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }

    private static long add(String text, long before) {
        long hash = before;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return (hash ^ 0xFFFF) * 0x100000001b3L;
    }

    @Override
    public void close() {
        arena.close();
    }
}
