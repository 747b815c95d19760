package hobson.remote.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** By what agents and the server recognise each other: a secret for each name, derived from the server's key. */
public final class AgentSecrets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BLOCK = 16;

    private final byte[] key;
    private final SecureRandom random;

    public AgentSecrets(SecretKey serverKey, SecureRandom random) {
        this.key = mac(serverKey.getEncoded(), "agents");
        this.random = random;
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** 64 lower-case hexadecimal digits. */
    String of(String agent) {
        return HexFormat.of().formatHex(mac(key, agent));
    }

    /** For whoever has the agent's secret: 16 random bytes, and the text under a key that the secret begins with. */
    byte[] encrypted(String agent, String text) {
        var vector = new byte[BLOCK];
        random.nextBytes(vector);
        try {
            var cipher = Cipher.getInstance("AES/CFB8/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(mac(key, agent), 0, BLOCK, "AES"),
                    new IvParameterSpec(vector));
            var sealed = cipher.doFinal(text.getBytes(UTF_8));
            var all = java.util.Arrays.copyOf(vector, BLOCK + sealed.length);
            System.arraycopy(sealed, 0, all, BLOCK, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES", e);
        }
    }
}
