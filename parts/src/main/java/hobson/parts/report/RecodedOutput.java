package hobson.parts.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Passes on in UTF-8 what it is given in another charset; what is no text in that charset becomes U+FFFD. */
final class RecodedOutput extends OutputStream {
    private final CharsetDecoder decoder;
    private final Writer out;
    private final ByteBuffer bytes = ByteBuffer.allocate(8 * 1024);
    private final CharBuffer text = CharBuffer.allocate(8 * 1024);

    RecodedOutput(Charset charset, OutputStream out) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        this.out = new OutputStreamWriter(out, UTF_8);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] array, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int piece = Math.min(length - done, bytes.remaining());
            bytes.put(array, offset + done, piece);
            done += piece;
            decode(false);
        }
    }

    private void decode(boolean end) throws IOException {
        bytes.flip();
        CoderResult result;
        do {
            result = decoder.decode(bytes, text, end);
            pass();
        } while (result.isOverflow());
        bytes.compact();
    }

    private void pass() throws IOException {
        out.append(text.flip());
        text.clear();
    }

    /** Passes on what is left; the stream below stays open. */
    void finish() throws IOException {
        decode(true);
        decoder.flush(text);
        pass();
        out.flush();
    }
}
