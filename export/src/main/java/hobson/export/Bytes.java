package hobson.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer on their way: all of them in memory up to a limit, or passed on to a receiver. Used by one thread.
 *
 * <p>Who writes calls {@link #room}, writes into {@link #data} from {@link #size} on, and moves {@link #size}. While a place is
 * marked nothing is passed on, so that everything after it can be taken back.
 */
final class Bytes {
    /** What a stream holds back when nothing is marked; also the size of its array as long as no item is larger. */
    static final int PASSED_ON_AT = 32 * 1024;

    byte[] data;
    int size;
    private final Marks marks = new Marks();
    private final int limit;
    private final @Nullable Receiver receiver;
    private final AnswerMemory.@Nullable Share memory;

    private Bytes(byte[] first, int limit, @Nullable Receiver receiver, AnswerMemory.@Nullable Share memory) {
        this.data = first;
        this.limit = limit;
        this.receiver = receiver;
        this.memory = memory;
    }

    /** Keeps everything; more than {@code limit} bytes are an {@link Halt.Overflow}. */
    static Bytes kept(byte[] first, int limit) {
        return new Bytes(first, limit, null, null);
    }

    /** Keeps everything, as far as the memory goes. */
    static Bytes kept(AnswerMemory.Share memory) {
        return new Bytes(new byte[4096], Integer.MAX_VALUE - 8, null, memory);
    }

    /** Passes everything on; more than {@code most} bytes are over the budget. What a mark holds back takes memory. */
    static Bytes passedOn(OutputStream receiver, long most, AnswerMemory.Share memory) {
        return new Bytes(new byte[2 * PASSED_ON_AT], Integer.MAX_VALUE - 8, new Receiver(receiver, most), memory);
    }

    void room(int needed) {
        if (data.length - size < needed) makeRoom(needed);
    }

    private void makeRoom(int needed) {
        if (marks.isEmpty()) passOn();
        if (data.length - size >= needed) return;
        if (data.length >= limit || size > limit - needed) throw new Halt.Overflow();
        long wanted = Math.max(2L * data.length, (long) size + needed);
        int length = (int) Math.min(wanted, limit);
        if (memory != null) memory.take(length); // the old one is there until the new one is filled
        data = Arrays.copyOf(data, length);
    }

    /** Remembers this place and a number that belongs to it. */
    void mark(int state) {
        marks.push(size, state);
    }

    void keep() {
        marks.pop();
        if (size > PASSED_ON_AT && marks.isEmpty()) passOn();
    }

    /** Comes back to the last mark and returns its number. */
    int drop() {
        int state = marks.pop();
        size = marks.place();
        return state;
    }

    /** Passes on what is left. */
    void end() {
        passOn();
    }

    private void passOn() {
        if (receiver == null) return;
        receiver.accept(data, size);
        size = 0;
    }

    void add(byte[] bytes) {
        add(bytes, 0);
    }

    void add(byte[] bytes, int from) {
        int length = bytes.length - from;
        room(length);
        System.arraycopy(bytes, from, data, size, length);
        size += length;
    }

    void add(char ascii) {
        room(1);
        data[size++] = (byte) ascii;
    }

    byte[] toArray() {
        return Arrays.copyOf(data, size);
    }

    /** Where the bytes go to, and how many have gone. */
    private static final class Receiver {
        private final OutputStream stream;
        private final long most;
        private long gone;

        Receiver(OutputStream stream, long most) {
            this.stream = stream;
            this.most = most;
        }

        void accept(byte[] data, int length) {
            gone += length;
            if (gone > most)
                throw new Halt.OverBudget("This answer has more than %s bytes".formatted(Shown.count(most)), null);
            try {
                stream.write(data, 0, length);
            } catch (IOException failure) {
                throw new Halt.ReceiverFailed(failure);
            }
        }
    }
}
