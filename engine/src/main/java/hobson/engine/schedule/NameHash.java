package hobson.engine.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/**
 * The numbers that a name stands for, one after the other: the same name, the same numbers, on every server ({@code
 * queue-and-scheduling.md §15.2}). For one thread.
 */
final class NameHash {
    private final Random numbers;

    NameHash(String name) {
        var digest = ByteBuffer.wrap(md5(name));
        long first = digest.getLong();
        this.numbers = new Random(first ^ digest.getLong());
    }

    private static byte[] md5(String name) {
        try {
            return MessageDigest.getInstance("MD5").digest(name.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    /** The next number, from 0 to {@code bound - 1}. */
    int next(int bound) {
        return numbers.nextInt(bound);
    }
}
