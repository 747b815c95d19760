package hobson.engine.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and decrypts secrets with the server's key: AES-256-GCM, a fresh 12-byte nonce in front of each cipher text. Used by
 * many threads.
 */
public final class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final @Nullable SecretKey oldKey;
    private final SecureRandom random;

    public Vault(SecretKey key, SecureRandom random) {
        this(key, null, random);
    }

    /** @param oldKey opens what the key does not */
    public Vault(SecretKey key, @Nullable SecretKey oldKey, SecureRandom random) {
        this.key = key;
        this.oldKey = oldKey;
        this.random = random;
    }

    public Secret protect(String text) {
        return protect(text.getBytes(StandardCharsets.UTF_8));
    }

    public Secret protect(byte[] bytes) {
        return new Secret(Base64.getEncoder().encodeToString(encrypt(bytes)));
    }

    public String reveal(Secret secret) {
        return new String(revealBytes(secret), StandardCharsets.UTF_8);
    }

    public byte[] revealBytes(Secret secret) {
        return decrypt(Base64.getDecoder().decode(secret.cipherText()));
    }

    public byte[] encrypt(byte[] clear) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = seal(nonce, clear);
        var out = new byte[NONCE_BYTES + sealed.length];
        System.arraycopy(nonce, 0, out, 0, NONCE_BYTES);
        System.arraycopy(sealed, 0, out, NONCE_BYTES, sealed.length);
        return out;
    }

    /** @param nonce never used for anything else */
    byte[] seal(byte[] nonce, byte[] clear) {
        try {
            return apply(key, Cipher.ENCRYPT_MODE, nonce, clear, 0, clear.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES in Galois/Counter Mode", e);
        }
    }

    /** Empty when neither key sealed that. */
    Optional<byte[]> open(byte[] nonce, byte[] sealed) {
        var opened = open(key, nonce, sealed);
        return opened.isPresent() || oldKey == null ? opened : open(oldKey, nonce, sealed);
    }

    private static Optional<byte[]> open(SecretKey key, byte[] nonce, byte[] sealed) {
        try {
            return Optional.of(apply(key, Cipher.DECRYPT_MODE, nonce, sealed, 0, sealed.length));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    SecretKey key() {
        return key;
    }

    /** @throws IllegalStateException when it was encrypted with another key or has been changed */
    public byte[] decrypt(byte[] sealed) {
        try {
            return decrypt(key, sealed);
        } catch (GeneralSecurityException e) {
            return decryptWithOld(sealed, e);
        }
    }

    private byte[] decryptWithOld(byte[] sealed, GeneralSecurityException failure) {
        try {
            if (oldKey != null) {
                return decrypt(oldKey, sealed);
            }
        } catch (GeneralSecurityException e) {
            failure.addSuppressed(e);
        }
        throw new IllegalStateException(
                "a secret could not be opened: is secret.key in the home the one that it was written with?", failure);
    }

    private static byte[] decrypt(SecretKey key, byte[] sealed) throws GeneralSecurityException {
        var nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        return apply(key, Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    private static byte[] apply(SecretKey key, int mode, byte[] nonce, byte[] bytes, int from, int length)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher.doFinal(bytes, from, length);
    }
}
