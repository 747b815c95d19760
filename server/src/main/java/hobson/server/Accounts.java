package hobson.server;

import hobson.engine.Refusal;
import hobson.engine.user.Caller;
import hobson.engine.user.NewAccount;
import hobson.engine.user.Users;
import hobson.server.configuration.Account;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The accounts that exist before anybody has made one. */
final class Accounts {
    /** Without letters and digits that look like others: five bits a character. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    private Accounts() {}

    /** Makes the accounts be as the configuration says; on all cores, since each costs a password hash. */
    static void declare(Users users, List<Account> accounts) {
        try {
            accounts.parallelStream().forEach(account -> declare(users, account));
        } catch (Refusal refusal) {
            throw new CannotStart("An account of the configuration cannot be made: " + refusal.getMessage(), refusal);
        }
    }

    private static void declare(Users users, Account account) {
        var user = users.declare(account.account());
        if (account.description() != null) {
            users.describe(Caller.SYSTEM, user.id(), account.description());
        }
    }

    /**
     * Makes the account of a server's first administrator.
     *
     * @return its password: a hundred random bits, to be typed by a person
     */
    static String makeAdministrator(Users users, SecureRandom random) {
        var password = IntStream.range(0, GROUPS).mapToObj(_ -> group(random)).collect(Collectors.joining("-"));
        users.create(Caller.SYSTEM, new NewAccount("admin", "Administrator", null, password));
        return password;
    }

    private static String group(SecureRandom random) {
        return random.ints(GROUP, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
