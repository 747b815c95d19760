package hobson.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom to trust, for {@link Hobson#trust}. */
public final class Trust {
    private Trust() {}

    /**
     * Only certificates that these authorities, or these very certificates, vouch for. Reads the file.
     *
     * @param pem one or more certificates, as {@code BEGIN CERTIFICATE} or as DER
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when there is no certificate in it
     */
    public static SSLContext certificates(Path pem) throws IOException {
        try (var bytes = Files.newInputStream(pem)) {
            return certificates(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(pem + " has no certificates: " + e.getMessage(), e);
        }
    }

    private static SSLContext certificates(InputStream bytes) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
            store.setCertificateEntry("authority-" + count++, certificate);
        }
        if (count == 0) {
            throw new GeneralSecurityException("it is empty");
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
