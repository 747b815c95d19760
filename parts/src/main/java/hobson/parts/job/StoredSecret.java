package hobson.parts.job;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Tells whether a text is a secret as configuration files carry it ({@code security.md §9}): braces around the base64 form of a
 * version byte 1, the lengths of initialisation vector and data, and both of these.
 */
public final class StoredSecret {
    private static final int HEAD = 1 + Integer.BYTES + Integer.BYTES;

    private StoredSecret() {}

    public static boolean is(String text) {
        var secret = text.strip();
        if (secret.length() < 2 * HEAD || secret.charAt(0) != '{' || !secret.endsWith("}")) {
            return false;
        }
        try {
            var bytes = Base64.getDecoder().decode(secret.substring(1, secret.length() - 1));
            if (bytes.length < HEAD || bytes[0] != 1) {
                return false;
            }
            var lengths = ByteBuffer.wrap(bytes, 1, HEAD - 1);
            long vector = lengths.getInt();
            long data = lengths.getInt();
            return vector >= 0 && data >= 0 && HEAD + vector + data == bytes.length;
        } catch (IllegalArgumentException e) {
            return false; // not base64
        }
    }
}
