package hobson.remote.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The signature of an update site's document (plugins-and-update-center.md §1.3): a chain of certificates up to one that this server
 * trusts, a digest, and a signature by the first of the chain.
 */
public final class SiteSignature {
    private static final System.Logger LOG = System.getLogger(SiteSignature.class.getName());
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");
    private static final int CERTIFICATES = 20;

    private final Path roots;
    private final InstantSource clock;

    /** @param roots the folder of the certificates, {@code *.crt}, that are trusted */
    public SiteSignature(Path roots, InstantSource clock) {
        this.roots = roots;
        this.clock = clock;
    }

    /** Refuses a document that nobody trusted has signed, or that was changed afterwards. */
    void require(JsonNode document) {
        var signature = document.path("signature");
        if (!signature.isObject()) {
            throw Refusal.badInput("The document of the update site is not signed.");
        }
        var content = CanonicalJson.of(document, "signature").getBytes(UTF_8);
        try {
            var leaf = leaf(signature.path("certificates"));
            if (signature.has("correct_signature512")) {
                check(signature, "512", "SHA-512", "SHA512withRSA", content, leaf);
            } else {
                check(signature, "", "SHA-1", "SHA1withRSA", content, leaf);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw Refusal.badInput("The signature of the update site cannot be trusted: " + e.getMessage() + ".");
        }
    }

    private static void check(
            JsonNode signature, String suffix, String digest, String algorithm, byte[] content, X509Certificate leaf)
            throws GeneralSecurityException {
        var expected = bytes(signature.path("correct_digest" + suffix).asString(""));
        if (!MessageDigest.isEqual(expected, MessageDigest.getInstance(digest).digest(content))) {
            throw Refusal.badInput(
                    "The document of the update site was changed after it was signed: its digest is wrong.");
        }
        var verifier = Signature.getInstance(algorithm);
        verifier.initVerify(leaf.getPublicKey());
        verifier.update(content);
        if (!verifier.verify(bytes(signature.path("correct_signature" + suffix).asString("")))) {
            throw Refusal.badInput("The signature of the update site is wrong.");
        }
    }

    /** Some generators write hexadecimal digits, others base64. */
    private static byte[] bytes(String text) {
        return HEX.matcher(text).matches()
                ? HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT))
                : Base64.getDecoder().decode(text);
    }

    private X509Certificate leaf(JsonNode certificates) throws GeneralSecurityException {
        if (!certificates.isArray() || certificates.isEmpty() || certificates.size() > CERTIFICATES) {
            throw Refusal.badInput("The signature of the update site has no certificates.");
        }
        var factory = CertificateFactory.getInstance("X.509");
        var chain = new ArrayList<X509Certificate>();
        for (var one : certificates) {
            var der = Base64.getMimeDecoder().decode(one.asString(""));
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        var anchors = anchors(factory);
        if (anchors.isEmpty()) {
            throw Refusal.badInput("No certificate is trusted for update sites: put the site's into " + roots + ".");
        }
        var parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(valid(chain.getFirst())));
        CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(chain), parameters);
        return chain.getFirst();
    }

    /** An expired certificate is still the one that signed: worth a warning, no more. */
    private java.time.Instant valid(X509Certificate leaf) {
        var now = clock.instant();
        var begin = leaf.getNotBefore().toInstant();
        var end = leaf.getNotAfter().toInstant();
        if (!now.isBefore(begin) && !now.isAfter(end)) {
            return now;
        }
        LOG.log(Level.WARNING, "The certificate of the update site is valid from {0} to {1} only.", begin, end);
        return now.isBefore(begin) ? begin : end;
    }

    private Set<TrustAnchor> anchors(CertificateFactory factory) throws GeneralSecurityException {
        var anchors = new HashSet<TrustAnchor>();
        for (var file : files()) {
            try (var in = Files.newInputStream(file)) {
                anchors.add(new TrustAnchor((X509Certificate) factory.generateCertificate(in), null));
            } catch (IOException e) {
                throw new UncheckedIOException("a trusted certificate cannot be read: " + file, e);
            }
        }
        return anchors;
    }

    private List<Path> files() {
        if (!Files.isDirectory(roots)) {
            return List.of();
        }
        try (var files = Files.list(roots)) {
            return files.filter(file -> file.toString().endsWith(".crt")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the trusted certificates cannot be listed: " + roots, e);
        }
    }
}
