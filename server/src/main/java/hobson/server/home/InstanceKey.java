package hobson.server.home;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The RSA key by which agents and clients know this server again, in the file {@code identity.key}: both halves in PEM. Made when first
 * asked for, which takes some tenths of a second; read without any cryptography. Used by many threads.
 */
public final class InstanceKey {
    static final int BITS = 2048;
    private static final Pattern PUBLIC =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private final Path file;
    private final SecureRandom random;
    private final int bits;
    private @Nullable String publicKey;

    InstanceKey(Path file, SecureRandom random, int bits) {
        this.file = file;
        this.random = random;
        this.bits = bits;
    }

    /** The public half: its DER form (X.509 SubjectPublicKeyInfo) in Base64, on one line. */
    public synchronized String publicKey() {
        var known = publicKey;
        if (known == null) {
            known = read();
            publicKey = known;
        }
        return known;
    }

    private String read() {
        try {
            if (Files.notExists(file)) {
                make();
            }
            var found = PUBLIC.matcher(Files.readString(file, US_ASCII));
            if (!found.find()) {
                throw new IOException(
                        "The file " + file + " holds no public key: restore it from a backup, or remove it"
                                + " to get a new identity, which agents must be told of.");
            }
            return found.group(1).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException("The identity of this server cannot be read: " + e.getMessage(), e);
        }
    }

    private void make() throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, random);
            var pair = generator.generateKeyPair();
            var pem = pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic());
            OwnersFile.write(file, pem.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static String pem(String title, Key key) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + title + "-----\n" + lines + "\n-----END " + title + "-----\n";
    }
}
