package hobson.remote.console;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Copies the bytes of a log to a client: console notes ({@code ESC [8mha:} to {@code ESC [0m}) are left out, and line ends and markup
 * are changed as {@link Form} says. Fed chunk by chunk; what is cut by the end of a chunk is remembered. Copies what needs no change
 * eight bytes at a time.
 */
final class ConsoleCopy {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long BLANKS = 0x2020202020202020L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final byte[] NOTE_START = "\u001b[8mha:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTE_END = "\u001b[0m".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final Form form;
    private boolean afterCarriageReturn;
    private boolean inNote;

    /** How many bytes of a note's start, or of its end, the last bytes were. */
    private int matched;

    /** What a copy looks like. */
    enum Form {
        /** Line ends as they are. */
        RAW,
        /** Every line ends with CR LF. */
        TEXT,
        /** As {@link #TEXT}, with {@code <}, {@code >} and {@code &} escaped. */
        HTML
    }

    ConsoleCopy(OutputStream out, Form form) {
        this.out = out;
        this.form = form;
    }

    void write(byte[] bytes, int length) throws IOException {
        int i = 0;
        while (i < length) {
            if (matched > 0 || inNote) {
                i = note(bytes, i);
            } else {
                int end = plain(bytes, i, length);
                if (end > i) {
                    out.write(bytes, i, end - i);
                    afterCarriageReturn = false;
                    i = end;
                }
                if (i < length) {
                    special(bytes[i]);
                    i++;
                }
            }
        }
    }

    /** Where the bytes that are copied as they are end. */
    private int plain(byte[] bytes, int from, int length) {
        int i = from;
        if (form == Form.HTML) {
            while (i < length && !isSpecial(bytes[i])) {
                i++;
            }
            return i;
        }
        while (i + Long.BYTES <= length) {
            long eight = (long) LONGS.get(bytes, i);
            if (((eight - BLANKS) & ~eight & HIGH_BITS) != 0) {
                break;
            }
            i += Long.BYTES;
        }
        while (i < length && (bytes[i] < 0 || bytes[i] >= ' ')) {
            i++;
        }
        return i;
    }

    private static boolean isSpecial(byte b) {
        return (b >= 0 && b < ' ') || b == '<' || b == '>' || b == '&';
    }

    private void special(byte b) throws IOException {
        switch (b) {
            case '\n' -> {
                if (form != Form.RAW && !afterCarriageReturn) {
                    out.write('\r');
                }
                out.write('\n');
            }
            case '\u001b' -> matched = 1;
            case '<' -> write("&lt;");
            case '>' -> write("&gt;");
            case '&' -> write("&amp;");
            default -> out.write(b);
        }
        afterCarriageReturn = b == '\r';
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes one byte of a note or of what may become one; gives back how far it came. */
    private int note(byte[] bytes, int i) throws IOException {
        var sought = inNote ? NOTE_END : NOTE_START;
        if (bytes[i] == sought[matched]) {
            matched++;
            if (matched == sought.length) {
                matched = 0;
                inNote = !inNote;
            }
            return i + 1;
        }
        if (inNote) {
            matched = bytes[i] == sought[0] ? 1 : 0;
            return i + 1;
        }
        out.write(NOTE_START, 0, matched);
        matched = 0;
        return i;
    }

    /** Nothing follows: what looked like the start of a note was text. */
    void finish() throws IOException {
        if (!inNote && matched > 0) {
            out.write(NOTE_START, 0, matched);
            matched = 0;
        }
    }
}
