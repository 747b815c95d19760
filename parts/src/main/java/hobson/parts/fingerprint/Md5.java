package hobson.parts.fingerprint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Checksums of files: MD5, because that is what the files are known by. It tells files apart and proves nothing. For one thread;
 * needs one buffer, however long the files are.
 */
public final class Md5 {
    private static final int BUFFER = 128 * 1024;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    public Md5() {
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    /** Takes the bytes that were read. */
    @FunctionalInterface
    public interface Sink {
        void write(ByteBuffer bytes) throws IOException;
    }

    /** @return 32 lower-case hexadecimal digits */
    public String of(Path file) throws IOException {
        try (var in = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return of(in, _ -> {});
        }
    }

    /** Reads to the end, and passes on what was read. */
    public String of(ReadableByteChannel in, Sink sink) throws IOException {
        digest.reset();
        while (in.read(buffer.clear()) >= 0) {
            buffer.flip();
            digest.update(buffer.array(), 0, buffer.limit());
            sink.write(buffer);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
