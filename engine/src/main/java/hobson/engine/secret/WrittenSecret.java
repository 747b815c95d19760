package hobson.engine.secret;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/**
 * An encrypted secret in the form that documents carry ({@code security.md §9}): braces around the base64 form of a version byte 1, the lengths
 * of nonce and data, and both of these. What encrypted it is the business of each server.
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record WrittenSecret(byte[] nonce, byte[] data) {
    private static final byte VERSION = 1;
    private static final int HEAD = 1 + Integer.BYTES + Integer.BYTES;

    /** Empty for any other text. */
    static Optional<WrittenSecret> of(String text) {
        var written = text.strip();
        if (!written.startsWith("{") || !written.endsWith("}") || written.length() < HEAD) {
            return Optional.empty();
        }
        try {
            return of(ByteBuffer.wrap(Base64.getDecoder().decode(written.substring(1, written.length() - 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64
        }
    }

    private static Optional<WrittenSecret> of(ByteBuffer bytes) {
        if (bytes.remaining() < HEAD || bytes.get() != VERSION) {
            return Optional.empty();
        }
        int nonceLength = bytes.getInt();
        int dataLength = bytes.getInt();
        if (nonceLength < 1 || dataLength < 0 || (long) nonceLength + dataLength != bytes.remaining()) {
            return Optional.empty();
        }
        var nonce = new byte[nonceLength];
        var data = new byte[dataLength];
        bytes.get(nonce).get(data);
        return Optional.of(new WrittenSecret(nonce, data));
    }

    @Override
    public String toString() {
        var bytes = ByteBuffer.allocate(HEAD + nonce.length + data.length)
                .put(VERSION)
                .putInt(nonce.length)
                .putInt(data.length)
                .put(nonce)
                .put(data);
        return "{" + Base64.getEncoder().encodeToString(bytes.array()) + "}";
    }
}
