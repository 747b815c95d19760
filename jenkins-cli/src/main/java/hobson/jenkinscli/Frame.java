package hobson.jenkinscli;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A kind of message, and what it says (cli.md §3.1). */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Frame(byte op, byte[] payload) {
    static final byte ARG = 0;
    static final byte LOCALE = 1;
    static final byte ENCODING = 2;
    static final byte START = 3;
    static final byte EXIT = 4;
    static final byte STDIN = 5;
    static final byte END_STDIN = 6;
    static final byte STDOUT = 7;
    static final byte STDERR = 8;

    static Frame of(byte op) {
        return new Frame(op, new byte[0]);
    }

    /** @throws BadUsage when it is longer than a message can be */
    static Frame of(byte op, String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(text);
        } catch (java.io.UTFDataFormatException e) {
            throw new BadUsage("an argument has at most 65535 bytes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Frame(op, bytes.toByteArray());
    }
}
