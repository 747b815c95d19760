package hobson.store;

import hobson.engine.secret.Vault;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/** A vault whose key is the same in each process of a test. */
final class Vaults {
    private Vaults() {}

    static Vault withKnownKey() {
        var key = new byte[32];
        key[0] = 42;
        return new Vault(new SecretKeySpec(key, "AES"), new SecureRandom());
    }
}
