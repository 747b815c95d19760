package hobson.engine.user;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Checks a name with a secret: an API token first, then a password (security.md §2).
 *
 * <p>An unknown name, an account without a password and a wrong secret take the same work and give the same answer. At most
 * {@code parallel} passwords are hashed at a time; who comes later waits in order, so that guessing cannot take the machine away
 * from the builds.
 */
public final class Credentials {
    private final Users users;
    private final Passwords passwords;
    private final TokenUses uses;
    private final CheckedPasswords checked;
    private final Semaphore hashing;
    private final Object makingDecoy = new Object();
    private volatile @Nullable String decoy;

    public Credentials(
            Users users, Passwords passwords, TokenUses uses, InstantSource clock, SecureRandom random, int parallel) {
        this.users = users;
        this.passwords = passwords;
        this.uses = uses;
        this.checked = new CheckedPasswords(clock, random);
        this.hashing = new Semaphore(parallel, true);
    }

    /** What is known without the slow hash: a token, or a password that was right a short while ago. Never blocks. */
    public Optional<Caller> known(String name, String secret) {
        var user = users.find(name).orElse(null);
        var token = TokenText.find(TokenText.hash(secret), user == null ? List.of() : user.tokens());
        if (user == null) {
            return Optional.empty();
        }
        if (token != null) {
            uses.used(token);
            return Optional.of(new Caller(user.id(), Caller.Proof.API_TOKEN));
        }
        return checked.contains(user, secret) ? Optional.of(byPassword(user)) : Optional.empty();
    }

    /** {@link #known}, or else {@link #password}. May take a good part of a second. */
    public Optional<Caller> check(String name, String secret) {
        var caller = known(name, secret);
        return caller.isPresent() ? caller : password(name, secret);
    }

    /** Accepts a password alone, as the login form does. May take a good part of a second. */
    public Optional<Caller> password(String name, String password) {
        var user = users.find(name).orElse(null);
        if (user != null && checked.contains(user, password)) {
            return Optional.of(byPassword(user));
        }
        boolean matches = matches(user == null ? null : user.passwordHash(), password);
        if (user == null || !matches) {
            return Optional.empty();
        }
        checked.add(user, password);
        return Optional.of(byPassword(user));
    }

    private boolean matches(@Nullable String hash, String password) {
        var decoyHash = decoy(); // made at the first check of all, whoever it is for
        hashing.acquireUninterruptibly();
        try {
            boolean matches = passwords.matches(password, hash == null ? decoyHash : hash);
            return matches && hash != null;
        } finally {
            hashing.release();
        }
    }

    private String decoy() {
        var made = decoy;
        if (made != null) {
            return made;
        }
        synchronized (makingDecoy) {
            made = decoy;
            if (made == null) {
                made = passwords.hash("a password that nobody has");
                decoy = made;
            }
            return made;
        }
    }

    private static Caller byPassword(User user) {
        return new Caller(user.id(), Caller.Proof.PASSWORD);
    }
}
