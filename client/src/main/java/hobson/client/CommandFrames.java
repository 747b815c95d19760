package hobson.client;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** The messages of the command line's protocol, each with its length before it (cli.md §3.1). */
final class CommandFrames {
    static final int ARGUMENT = 0;
    static final int LOCALE = 1;
    static final int ENCODING = 2;
    static final int START = 3;
    static final int EXIT = 4;
    static final int INPUT = 5;
    static final int END_OF_INPUT = 6;
    static final int OUTPUT = 7;
    static final int ERRORS = 8;

    /** The longest piece of standard input in one message. */
    static final int INPUT_BYTES = 60_000;

    private static final int HEAD_BYTES = 5;
    private static final int MOST_BYTES = 16 << 20;

    private CommandFrames() {}

    /** @param content of the length that the message says */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares frames
    record Frame(int kind, byte[] content) {}

    static ByteBuffer frame(int kind, byte[] content, int length) {
        return ByteBuffer.allocate(HEAD_BYTES + length)
                .putInt(length)
                .put((byte) kind)
                .put(content, 0, length)
                .flip();
    }

    static ByteBuffer frame(int kind) {
        return frame(kind, new byte[0], 0);
    }

    /** @throws IllegalArgumentException when the text is longer than the protocol can say */
    static ByteBuffer frame(int kind, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(text);
        } catch (java.io.UTFDataFormatException e) {
            throw new IllegalArgumentException("A word of a command is at most 65,535 bytes long.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return frame(kind, bytes.toByteArray(), bytes.size());
    }

    /** @throws EOFException when the server ends the conversation */
    static Frame read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        int length = data.readInt();
        int kind = data.readByte();
        if (length < 0 || length > MOST_BYTES || kind < 0 || (kind == EXIT && length < Integer.BYTES)) {
            throw new IOException("The server sent something that is no message of the command line.");
        }
        var content = data.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        return new Frame(kind, content);
    }
}
