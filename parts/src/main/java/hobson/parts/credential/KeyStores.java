package hobson.parts.credential;

import hobson.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;

/** Key stores in PKCS#12 form. */
final class KeyStores {
    private KeyStores() {}

    /** The subject of the first certificate; refuses what cannot be opened with the password. */
    static String subject(byte[] keyStore, String password) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(keyStore), password.toCharArray());
            for (var alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return certificate.getSubjectX500Principal().getName();
                }
            }
            return "";
        } catch (IOException | GeneralSecurityException e) {
            throw Refusal.badInput("The key store is not one in PKCS#12 form that this password opens.");
        }
    }
}
