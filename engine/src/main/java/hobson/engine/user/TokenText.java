package hobson.engine.user;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of an API token: version {@code 11} and 32 hexadecimal digits (security.md §2.2).
 *
 * <p>What is kept is the SHA-256 of the 32 digits as text. A token of the old kind is the bare 32 digits, so one rule matches both.
 */
final class TokenText {
    private static final String VERSION = "11";
    private static final int BYTES = 16;
    private static final int LENGTH = VERSION.length() + 2 * BYTES;
    private static final Pattern FIXED = Pattern.compile(VERSION + "[0-9a-fA-F]{" + 2 * BYTES + "}");

    private TokenText() {}

    static String random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return VERSION + HexFormat.of().formatHex(bytes);
    }

    /** The token that a user chose, in lower case; empty when it has not the shape of one. */
    static Optional<String> fixed(String text) {
        return FIXED.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** What is kept of a token, and what a presented one is compared by: of 34 characters the first two do not count. */
    static String hash(String presented) {
        var secret = presented.length() == LENGTH ? presented.substring(VERSION.length()) : presented;
        return HexFormat.of().formatHex(sha256(secret.getBytes(UTF_8)));
    }

    /**
     * The token with that hash; null when there is none. Looks at every token, whether an earlier one fitted or not, so that the time
     * says nothing about which.
     */
    static @Nullable ApiToken find(String hash, List<ApiToken> tokens) {
        var bytes = hash.getBytes(US_ASCII);
        ApiToken found = null;
        for (var token : tokens) {
            boolean fits = MessageDigest.isEqual(bytes, token.hash().getBytes(US_ASCII));
            found = fits ? token : found;
        }
        return found;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
