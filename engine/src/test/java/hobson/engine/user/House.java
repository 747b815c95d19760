package hobson.engine.user;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Accounts with an administrator {@code admin} and a user {@code alice}, and everything around them. */
final class House {
    static final Caller ADMIN = new Caller("admin", Caller.Proof.PASSWORD);
    static final Caller ALICE = new Caller("alice", Caller.Proof.PASSWORD);

    final AccountsInMemory store = new AccountsInMemory();
    final QuickPasswords passwords = new QuickPasswords();
    final SteppedClock clock = new SteppedClock();
    final SecureRandom random = new SecureRandom();
    final Users users = new Users(store, passwords, grants(), clock, random);
    final TokenUses uses = new TokenUses(store, clock);
    final ApiTokens tokens = new ApiTokens(users, clock, random);
    final Credentials credentials = new Credentials(users, passwords, uses, clock, random, 2);

    House() {
        users.declare(account("admin", "adminpw"));
        users.declare(account("alice", "alicepw"));
    }

    static NewAccount account(String id, String password) {
        return account(id, password, null);
    }

    static NewAccount account(String id, String password, @Nullable String email) {
        return new NewAccount(id, "", email, password);
    }

    User user(String id) {
        return users.find(id).orElseThrow();
    }

    private static Authorization grants() {
        return new Authorization.Matrix(
                java.util.Map.of("admin", java.util.Set.of(Permission.ADMINISTER)),
                java.util.Map.of("authenticated", java.util.Set.of(Permission.READ)));
    }
}
