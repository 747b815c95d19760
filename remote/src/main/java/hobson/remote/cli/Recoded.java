package hobson.remote.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Takes text in UTF-8, piece by piece, and writes it in the charset of a print stream. What is no UTF-8 becomes a replacement. */
final class Recoded extends OutputStream {
    private static final int PIECE = 8 * 1024;

    private final PrintStream out;
    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE);
    private final CharBuffer characters = CharBuffer.allocate(PIECE);

    Recoded(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        for (int done = 0; done < length; ) {
            int count = Math.min(bytes.remaining(), length - done);
            bytes.put(source, offset + done, count).flip();
            decoder.decode(bytes, characters, false); // a letter that is cut waits for its rest
            bytes.compact();
            out.append(characters.flip());
            characters.clear();
            done += count;
        }
    }

    @Override
    public void flush() {
        out.flush();
    }
}
