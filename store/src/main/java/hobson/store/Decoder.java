package hobson.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link Encoder} wrote. Throws {@link StoreFailure} with one sentence when the bytes were written by a newer program or
 * are damaged. For one thread.
 */
final class Decoder {
    private final byte[] bytes;
    private final Supplier<String> subject;
    private final int version;
    private int at;

    /**
     * @param version the newest version of this record that the caller understands
     * @param subject what the bytes are about, for messages
     */
    Decoder(byte[] bytes, int version, Supplier<String> subject) {
        this.bytes = bytes;
        this.subject = subject;
        int written = next();
        if (written < 1 || written > version) {
            throw unknown("version", written);
        }
        this.version = written;
    }

    /** That of what was written. */
    int version() {
        return version;
    }

    long number() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    int integer() {
        return (int) number();
    }

    boolean flag() {
        return unsigned() != 0;
    }

    String text() {
        return utf8(unsigned());
    }

    @Nullable
    String optional() {
        long length = unsigned();
        return length == 0 ? null : utf8(length - 1);
    }

    <T> List<T> list(Function<Decoder, T> element) {
        long count = unsigned();
        if (count < 0 || count > bytes.length - at) {
            throw damaged();
        }
        var elements = new ArrayList<T>((int) count);
        for (int i = 0; i < count; i++) {
            elements.add(element.apply(this));
        }
        return elements;
    }

    /** Which of several kinds follows. */
    int kind() {
        return next();
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = next();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw damaged();
    }

    /** Says that the next thing is one that this program does not know. */
    StoreFailure unknown(String what, int code) {
        return new StoreFailure("the store holds " + subject.get() + " with " + what + " " + code
                + ", which this version does not know: run the version that wrote it, or a newer one");
    }

    private int next() {
        if (at >= bytes.length) {
            throw damaged();
        }
        return bytes[at++] & 0xFF;
    }

    private String utf8(long length) {
        if (length < 0 || length > bytes.length - at) {
            throw damaged();
        }
        var text = new String(bytes, at, (int) length, UTF_8);
        at += (int) length;
        return text;
    }

    private StoreFailure damaged() {
        return new StoreFailure("the store holds " + subject.get() + " in a form that cannot be read: it is damaged");
    }
}
