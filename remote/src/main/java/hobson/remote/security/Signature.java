package hobson.remote.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under a key that was derived from the server's for one purpose, so that no signature is good for another one. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Signature(SecretKeySpec key) {
        this.key = key;
    }

    static Signature of(SecretKey serverKey, String purpose) {
        return new Signature(new SecretKeySpec(mac(serverKey, purpose), ALGORITHM));
    }

    /** 64 lower-case hexadecimal digits. */
    String of(String text) {
        return HexFormat.of().formatHex(mac(key, text));
    }

    /** Takes the same time wherever the two differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getEncoded(), ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
