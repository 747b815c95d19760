package hobson.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Sums up the bytes that are written to it, for a weak {@link EntityTag}: two sums for which processors have instructions, so that it costs less
 * than copying the bytes. Used by one thread.
 */
public final class BodySum extends OutputStream {
    private final CRC32C first = new CRC32C();
    private final CRC32 second = new CRC32();

    @Override
    public void write(int b) {
        first.update(b);
        second.update(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        first.update(bytes, offset, length);
        second.update(bytes, offset, length);
    }

    /** A stream that passes everything on and sums it up. Closing it does nothing. */
    public static final class Copying extends OutputStream {
        private final OutputStream out;
        private final BodySum sum = new BodySum();

        public Copying(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            sum.write(b);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sum.write(bytes, offset, length);
            out.write(bytes, offset, length);
        }

        public String sum() {
            return sum.toString();
        }
    }

    /** 16 digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(first.getValue() << 32 | second.getValue());
    }
}
