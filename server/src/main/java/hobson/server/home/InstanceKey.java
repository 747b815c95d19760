package hobson.server.home;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The RSA key by which agents and clients know this server again, in the file {@code identity.key}: both halves in PEM. Made when first
 * asked for, which takes some tenths of a second; read without any cryptography. Used by many threads.
 */
public final class InstanceKey {
    private static final int BITS = 2048;
    private static final int BITS_FOR_TESTS = 512;
    private static final Pattern PUBLIC =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private static final Pattern PRIVATE =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final Path file;
    private final SecureRandom random;
    private final boolean forTests;
    private @Nullable String publicKey;

    InstanceKey(Path file, SecureRandom random, boolean forTests) {
        this.file = file;
        this.random = random;
        this.forTests = forTests;
    }

    /** The public half: its DER form (X.509 SubjectPublicKeyInfo) in Base64, on one line. */
    public synchronized String publicKey() {
        var known = publicKey;
        if (known == null) {
            known = read(PUBLIC, "public");
            publicKey = known;
        }
        return known;
    }

    /** Both halves, for who must prove to be this server. */
    public synchronized KeyPair pair() {
        var decoder = Base64.getDecoder();
        try {
            var factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(decoder.decode(publicKey()))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(read(PRIVATE, "private")))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException("The file " + file + " holds no RSA key", e));
        }
    }

    private String read(Pattern half, String name) {
        try {
            if (Files.notExists(file)) {
                make();
            }
            var found = half.matcher(Files.readString(file, US_ASCII));
            if (!found.find()) {
                throw new IOException(
                        "The file " + file + " holds no " + name + " key: restore it from a backup, or remove it"
                                + " to get a new identity, which agents must be told of.");
            }
            return found.group(1).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException("The identity of this server cannot be read: " + e.getMessage(), e);
        }
    }

    private void make() throws IOException {
        try {
            OwnersFile.write(file, (forTests ? publicHalf() : bothHalves()).getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private String bothHalves() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS, random);
        var pair = generator.generateKeyPair();
        return pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic());
    }

    /** In no time: nobody has looked for primes, so there is no other half. */
    private String publicHalf() throws GeneralSecurityException {
        var modulus = new BigInteger(BITS_FOR_TESTS, random)
                .setBit(BITS_FOR_TESTS - 1)
                .setBit(0);
        var spec = new RSAPublicKeySpec(modulus, RSAKeyGenParameterSpec.F4);
        return pem("PUBLIC KEY", KeyFactory.getInstance("RSA").generatePublic(spec));
    }

    private static String pem(String title, Key key) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + title + "-----\n" + lines + "\n-----END " + title + "-----\n";
    }
}
