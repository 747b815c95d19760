package hobson.parts.report;

import hobson.engine.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;

/** Turns hexadecimal digits, as they come in, into the bytes that they mean. White space between them does not count. */
final class HexBytes {
    private static final int NONE = -1;

    private final OutputStream out;
    private final byte[] bytes = new byte[8 * 1024];
    private int count;
    private int high = NONE;

    HexBytes(OutputStream out) {
        this.out = out;
    }

    void append(char[] characters, int start, int length) throws IOException {
        for (int i = start; i < start + length; i++) {
            char c = characters[i];
            if (HexFormat.isHexDigit(c)) {
                digit(HexFormat.fromHexDigit(c));
            } else if (c > ' ') {
                throw Refusal.badInput("The report's log has something else than hexadecimal digits.");
            }
        }
    }

    private void digit(int value) throws IOException {
        if (high == NONE) {
            high = value;
            return;
        }
        bytes[count++] = (byte) (high << 4 | value);
        high = NONE;
        if (count == bytes.length) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(bytes, 0, count);
        count = 0;
    }

    void finish() throws IOException {
        if (high != NONE) {
            throw Refusal.badInput("The report's log has half a byte too much.");
        }
        flush();
    }
}
