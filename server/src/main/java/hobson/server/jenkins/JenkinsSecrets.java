package hobson.server.jenkins;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.parts.credential.SecretReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Opens the secrets of a Jenkins with the keys in its folder {@code secrets} ({@code security.md §9}). */
final class JenkinsSecrets implements SecretReader {
    private static final byte[] MAGIC = "::::MAGIC::::".getBytes(UTF_8);
    private static final int KEY = 16;
    private static final int SALT = 8;
    private static final String ECB = "AES/ECB/PKCS5Padding";
    private static final String CBC = "AES/CBC/PKCS5Padding";

    private final byte @Nullable [] textKey;
    private final byte @Nullable [] bytesKey;

    private JenkinsSecrets(byte @Nullable [] textKey, byte @Nullable [] bytesKey) {
        this.textKey = textKey;
        this.bytesKey = bytesKey;
    }

    /** Without its keys a home has no secrets that can be opened. */
    static JenkinsSecrets of(JenkinsHome home) throws IOException {
        var folder = home.path("secrets");
        var master = JenkinsHome.bytes(folder.resolve("master.key"));
        return new JenkinsSecrets(
                key(master, JenkinsHome.bytes(folder.resolve("hudson.util.Secret"))),
                key(master, JenkinsHome.bytes(folder.resolve("com.cloudbees.plugins.credentials.SecretBytes.KEY"))));
    }

    private static byte @Nullable [] key(Optional<byte[]> master, Optional<byte[]> sealed) {
        if (master.isEmpty() || sealed.isEmpty()) {
            return null;
        }
        try {
            var text = new String(master.get(), UTF_8).strip().getBytes(UTF_8);
            var masterKey = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text), KEY);
            var payload = withoutMagic(apply(ECB, masterKey, null, sealed.get()));
            return payload == null ? null : Arrays.copyOf(payload, KEY);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static byte @Nullable [] withoutMagic(byte[] bytes) {
        int length = bytes.length - MAGIC.length;
        return length >= 0 && Arrays.equals(bytes, length, bytes.length, MAGIC, 0, MAGIC.length)
                ? Arrays.copyOf(bytes, length)
                : null;
    }

    private static byte[] apply(String cipher, byte[] key, byte @Nullable [] vector, byte[] bytes)
            throws GeneralSecurityException {
        var decryption = Cipher.getInstance(cipher);
        decryption.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                vector == null ? null : new IvParameterSpec(vector));
        return decryption.doFinal(bytes);
    }

    /** What is no secret of this Jenkins is taken for the text itself. */
    @Override
    public String text(String written) {
        return opened(written).orElse(written);
    }

    /** Whether it looks like a secret and cannot be opened. */
    boolean isClosed(String written) {
        return inBraces(written.strip()).filter(bytes -> bytes[0] == 1).isPresent()
                && opened(written).isEmpty()
                && openedBytes(written).isEmpty();
    }

    /** Empty when it is no secret of this Jenkins. */
    Optional<String> opened(String written) {
        var text = written.strip();
        try {
            if (textKey == null) {
                return Optional.empty();
            }
            var coded = inBraces(text);
            if (coded.isPresent()) {
                return Optional.of(new String(current(coded.get(), textKey), UTF_8));
            }
            var old = withoutMagic(apply(ECB, textKey, null, Base64.getDecoder().decode(text)));
            return Optional.ofNullable(old).map(bytes -> new String(bytes, UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A version byte, the lengths of vector and data, and both of these. */
    private static byte[] current(byte[] coded, byte[] key) throws GeneralSecurityException {
        var in = ByteBuffer.wrap(coded);
        if (coded.length < 9 || in.get() != 1) {
            throw new IllegalArgumentException("another version");
        }
        int vectorLength = in.getInt();
        int length = in.getInt();
        if (vectorLength != KEY || length < 0 || length != in.remaining() - vectorLength) {
            throw new IllegalArgumentException("another form");
        }
        var vector = new byte[vectorLength];
        var data = new byte[length];
        in.get(vector).get(data);
        return apply(CBC, key, vector, data);
    }

    private static Optional<byte[]> inBraces(String text) {
        if (text.length() < 4 || text.charAt(0) != '{' || !text.endsWith("}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text.substring(1, text.length() - 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> bytes(String written) {
        return written.strip().startsWith("{") ? openedBytes(written) : PLAIN.bytes(written);
    }

    /** A salt, the number of bytes that fill up, the data, and these. The key is made of the salt. */
    private Optional<byte[]> openedBytes(String written) {
        var key = bytesKey;
        return key == null
                ? Optional.empty()
                : inBraces(written.strip())
                        .filter(bytes -> bytes.length > SALT + 1)
                        .flatMap(bytes -> salted(bytes, key));
    }

    private static Optional<byte[]> salted(byte[] bytes, byte[] key) {
        int length = bytes.length - SALT - 1 - (bytes[SALT] & 0xFF);
        if (length < 0) {
            return Optional.empty();
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            digest.update(bytes, 0, SALT);
            var both = digest.digest();
            var data = Arrays.copyOfRange(bytes, SALT + 1, SALT + 1 + length);
            return Optional.of(apply(CBC, Arrays.copyOf(both, KEY), Arrays.copyOfRange(both, KEY, 2 * KEY), data));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
