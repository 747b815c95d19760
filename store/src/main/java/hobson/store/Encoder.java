package hobson.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of one record, one after the other, into bytes that {@link Decoder} reads:
 *
 * <pre>{@code
 * record    version (one byte), values
 * number    zigzag, seven bits a byte, lowest first; the top bit says that more follow
 * text      number of UTF-8 bytes, the bytes
 * optional  0, or the number of bytes plus one and the bytes
 * list      number of elements, the elements
 * kind      one byte
 * }</pre>
 *
 * <p>For one thread.
 */
final class Encoder {
    private byte[] bytes = new byte[128];
    private int size;

    Encoder(int version) {
        bytes[size++] = (byte) version;
    }

    Encoder number(long value) {
        return unsigned((value << 1) ^ (value >> 63));
    }

    Encoder flag(boolean value) {
        return unsigned(value ? 1 : 0);
    }

    Encoder text(String value) {
        var utf8 = value.getBytes(UTF_8);
        return unsigned(utf8.length).raw(utf8);
    }

    Encoder optional(@Nullable String value) {
        if (value == null) {
            return unsigned(0);
        }
        var utf8 = value.getBytes(UTF_8);
        return unsigned(utf8.length + 1L).raw(utf8);
    }

    <T> Encoder list(List<T> elements, BiConsumer<Encoder, T> element) {
        unsigned(elements.size());
        for (var each : elements) {
            element.accept(this, each);
        }
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Which of several kinds follows: below 256. */
    Encoder kind(int kind) {
        ensure(1);
        bytes[size++] = (byte) kind;
        return this;
    }

    private Encoder unsigned(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    private Encoder raw(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
