package hobson.engine.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for a short time which passwords were right, since the slow hash would otherwise be computed for every request of a
 * script.
 *
 * <p>An entry is an HMAC, under a key that lives as long as this object, of the stored hash and the password: it reveals neither,
 * and an account that gets another password has no entries from that moment on. Holds a bounded number; the oldest leave first.
 */
final class CheckedPasswords {
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final int MOST = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final InstantSource clock;
    private final SecretKeySpec key;
    private final LinkedHashMap<String, Instant> until = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    CheckedPasswords(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        var bytes = new byte[32];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    boolean contains(User user, String password) {
        var entry = entry(user, password);
        var now = clock.instant();
        synchronized (until) {
            var end = until.get(entry);
            if (end != null && end.isBefore(now)) {
                until.remove(entry);
                return false;
            }
            return end != null;
        }
    }

    void add(User user, String password) {
        var entry = entry(user, password);
        var end = clock.instant().plus(GOOD_FOR);
        synchronized (until) {
            until.putLast(entry, end);
        }
    }

    private String entry(User user, String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(UserId.key(user.id()).getBytes(UTF_8));
            mac.update((byte) 0);
            mac.update(String.valueOf(user.passwordHash()).getBytes(UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
