package hobson.parts.document;

import hobson.engine.BadDocument;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The characters of a document, and how they lie in its bytes. Immutable; the bytes are those it was given. */
final class SourceText {
    private static final int SCRATCH = 8_192;

    final byte[] bytes;

    /** Without the byte order mark. */
    final String text;

    final Charset charset;

    /** Where the text begins in the bytes. */
    private final int start;

    private SourceText(byte[] bytes, String text, Charset charset, int start) {
        this.bytes = bytes;
        this.text = text;
        this.charset = charset;
        this.start = start;
    }

    /** Decodes strictly: bytes that mean nothing in the document's encoding are refused, not replaced. */
    static SourceText of(byte[] bytes) {
        var encoding = Encoding.of(bytes);
        int start = encoding.byteOrderMark();
        if (encoding.charset().equals(StandardCharsets.UTF_8)) {
            var text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
            if (text.indexOf('\uFFFD') < 0) {
                return new SourceText(bytes, text, encoding.charset(), start);
            }
        }
        return new SourceText(bytes, decoded(bytes, start, encoding.charset()), encoding.charset(), start);
    }

    private static String decoded(byte[] bytes, int start, Charset charset) {
        var decoder = strict(charset);
        var in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        var out = CharBuffer.allocate((int) Math.ceil((bytes.length - start) * (double) decoder.maxCharsPerByte()) + 1);
        var result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        out.flip();
        if (result.isError()) {
            var place = Position.at(out, out.length());
            throw new BadDocument(
                    "The document is not " + charset.name() + ", which it says or implies to be: bad bytes at " + place
                            + ".",
                    place.line(),
                    place.column());
        }
        return out.toString();
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Finds bytes by characters, from the beginning onwards. */
    final class Bytes {
        private final CharsetDecoder decoder = strict(charset);
        private final ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        private int passed;

        /** Where the character with that index begins in the bytes. Must not be less than the time before. */
        int offset(int index) {
            var scratch = CharBuffer.allocate(Math.min(SCRATCH, Math.max(1, index - passed)));
            while (passed < index) {
                scratch.clear().limit(Math.min(scratch.capacity(), index - passed));
                var result = decoder.decode(in, scratch, true);
                passed += scratch.position();
                if (scratch.position() == 0 && result != CoderResult.OVERFLOW) {
                    throw new IllegalStateException("no character " + index + " in a text of " + passed);
                }
            }
            return in.position();
        }
    }
}
