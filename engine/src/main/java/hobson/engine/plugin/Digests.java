package hobson.engine.plugin;

import hobson.engine.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What the digest of a file must be, in base64; the strongest that is said counts, and one must be
 * (plugins-and-update-center.md §1.3).
 */
public record Digests(
        @Nullable String sha512,
        @Nullable String sha256,
        @Nullable String sha1) {

    /** Refuses a file that is not the one that was meant. */
    void check(Path file) throws IOException {
        if (sha512 != null) {
            check(file, "SHA-512", sha512);
        } else if (sha256 != null) {
            check(file, "SHA-256", sha256);
        } else if (sha1 != null) {
            check(file, "SHA-1", sha1);
        } else {
            throw Refusal.badInput("the update site gives no digest of the file, so what came cannot be checked");
        }
    }

    private static void check(Path file, String algorithm, String expected) throws IOException {
        if (!MessageDigest.isEqual(decoded(expected), digest(file, algorithm))) {
            throw Refusal.badInput("the file that came has another " + algorithm + " than the update site says");
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw Refusal.badInput("the update site gives a digest that is not base64");
        }
    }

    private static byte[] digest(Path file, String algorithm) throws IOException {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
