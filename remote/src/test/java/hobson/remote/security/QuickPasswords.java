package hobson.remote.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.user.Passwords;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A real password hash with so few rounds that tests are quick. */
final class QuickPasswords implements Passwords {

    @Override
    public String hash(String password) {
        try {
            var spec = new PBEKeySpec(password.toCharArray(), "salt".getBytes(UTF_8), 10, 256);
            var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
            return HexFormat.of().formatHex(factory.generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean matches(String password, String hash) {
        return MessageDigest.isEqual(hash(password).getBytes(UTF_8), hash.getBytes(UTF_8));
    }
}
