package hobson.server.password;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import hobson.engine.Refusal;
import hobson.engine.user.Passwords;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * bcrypt, in the form {@code #jbcrypt:$2a$10$…} that Jenkins keeps, so that its hashes can be brought along (security.md §4.4).
 *
 * <p>Cost 10: a check takes 86 ms on one core of a small machine (9: 43 ms, 11: 178 ms), which is what a guess costs an attacker
 * and what a first login can wait.
 */
public final class BcryptPasswords implements Passwords {
    private static final String PREFIX = "#jbcrypt:";
    private static final int COST = 10;

    /** Up to cost 16, which takes six seconds: a hash that takes longer is an attack or a slip. */
    private static final Pattern HASH =
            Pattern.compile("#jbcrypt:(\\$2[aby]?\\$(?:0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53})");

    /** Where bcrypt stops reading: a longer password is refused. */
    public static final int MAX_BYTES = 72;

    private static final int LOWEST_COST = 4;

    private final SecureRandom random;
    private final int cost;

    public BcryptPasswords(SecureRandom random) {
        this(random, COST);
    }

    private BcryptPasswords(SecureRandom random, int cost) {
        this.random = random;
        this.cost = cost;
    }

    /** Of the same form, made and checked in about a millisecond: for passwords that protect nothing. */
    public static BcryptPasswords quick(SecureRandom random) {
        return new BcryptPasswords(random, LOWEST_COST);
    }

    @Override
    public String hash(String password) {
        var bytes = password.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            throw Refusal.badInput("an empty password opens nothing: choose one");
        }
        if (bytes.length > MAX_BYTES) {
            throw Refusal.badInput("a password can have " + MAX_BYTES + " bytes; this one has " + bytes.length);
        }
        return PREFIX + new String(BCrypt.with(random).hash(cost, bytes), StandardCharsets.US_ASCII);
    }

    /** What is behind the 72nd byte does not count, as it did not when an old hash was made. */
    @Override
    public boolean matches(String password, String hash) {
        var bcrypt = HASH.matcher(hash);
        if (!bcrypt.matches()) {
            return false;
        }
        var verifier =
                BCrypt.verifyer(BCrypt.Version.VERSION_2A, LongPasswordStrategies.truncate(BCrypt.Version.VERSION_2A));
        return verifier.verify(
                        password.getBytes(StandardCharsets.UTF_8),
                        bcrypt.group(1).getBytes(StandardCharsets.UTF_8))
                .verified;
    }
}
