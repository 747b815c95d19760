package hobson.engine.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * Secrets as documents carry them: <code>{AQAAABAAAA…}</code>, encrypted with the server's key. The same secret always looks the same, so a
 * document that is made anew has the bytes that it had. Used by many threads.
 */
public final class WrittenSecrets {
    private static final Pattern LIKELY = Pattern.compile("\\{AQAAA[A-Za-z0-9+/]++={0,2}\\}");
    private static final byte[] PURPOSE = "nonce of a written secret".getBytes(UTF_8);
    private static final int NONCE_BYTES = 16;

    private final Vault vault;

    public WrittenSecrets(Vault vault) {
        this.vault = vault;
    }

    /** A text that is a secret of this server already stays, and so does an empty one. */
    public String write(String text) {
        return text.isEmpty() || read(text).isPresent() ? text : encrypted(text);
    }

    /** The secret in a text that {@link #write} made, also before the key was replaced; empty for every other text. */
    public Optional<String> read(String written) {
        return WrittenSecret.of(written)
                .flatMap(secret -> vault.open(secret.nonce(), secret.data()))
                .map(bytes -> new String(bytes, UTF_8));
    }

    /** What the text means: the secret in it, or else itself. */
    public String meaning(String text) {
        return read(text).orElse(text);
    }

    /** The document with every secret of this server encrypted with the present key. */
    public byte[] again(byte[] document) {
        var charset = charset(document);
        var text = new String(document, charset);
        var changed = LIKELY.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        read(found.group()).map(this::encrypted).orElse(found.group())));
        return changed.equals(text) ? document : changed.getBytes(charset);
    }

    /** One in which what is no such secret comes through unchanged. */
    private static Charset charset(byte[] document) {
        int first = document.length < 2 ? 0 : ((document[0] & 0xFF) << 8) | (document[1] & 0xFF);
        return switch (first) {
            case 0xFEFF, '<' -> UTF_16BE;
            case 0xFFFE, '<' << 8 -> UTF_16LE;
            default -> ISO_8859_1;
        };
    }

    private String encrypted(String text) {
        var clear = text.getBytes(UTF_8);
        var nonce = nonce(clear);
        return new WrittenSecret(nonce, vault.seal(nonce, clear)).toString();
    }

    /** Of secret and key alone: it never meets another secret. */
    private byte[] nonce(byte[] clear) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(vault.key());
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(clear), NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }
}
