package hobson.remote.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name under which the field knows a file's content. */
final class Md5 {
    private static final int BUFFER = 64 * 1024;

    private Md5() {}

    static String of(ReadableByteChannel content) throws IOException {
        var digest = digest();
        var buffer = ByteBuffer.allocate(BUFFER);
        while (content.read(buffer) >= 0) {
            buffer.flip();
            digest.update(buffer);
            buffer.clear();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
