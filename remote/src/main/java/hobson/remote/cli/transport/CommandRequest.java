package hobson.remote.cli.transport;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.net.ProtocolException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a caller has said before START: the words of the command line, and how texts shall be written. Used by one thread at a time. */
final class CommandRequest {
    private static final int MOST_WORDS = 1_000;
    private static final int MOST_BYTES = 1 << 20;

    /** Two bytes of length, and as many bytes as they can say. */
    static final int LONGEST = 2 + 0xFFFF;

    private final List<String> words = new ArrayList<>();
    private int bytes;
    private Charset charset = StandardCharsets.UTF_8;

    /** @throws ProtocolException when there are more than anybody types */
    void word(byte[] payload) throws IOException {
        bytes += payload.length;
        if (words.size() == MOST_WORDS || bytes > MOST_BYTES) {
            throw new ProtocolException(
                    "a command line has at most " + MOST_WORDS + " words and " + MOST_BYTES + " bytes");
        }
        words.add(text(payload));
    }

    /** One that is not known here is ignored. */
    void charset(byte[] payload) throws IOException {
        var name = text(payload);
        try {
            charset = Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return;
        }
    }

    List<String> words() {
        return List.copyOf(words);
    }

    Charset charset() {
        return charset;
    }

    private static String text(byte[] payload) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(payload))) {
            return in.readUTF();
        } catch (EOFException | UTFDataFormatException e) {
            throw new ProtocolException("a text that is none");
        }
    }
}
