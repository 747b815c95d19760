package hobson.engine.user;

import hobson.engine.Refusal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an account may be called (security.md §4.4), and how ids are compared. */
final class UserId {
    private static final int LONGEST = 200;
    private static final int LONGEST_FOREIGN = 255;
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_-]{1," + LONGEST + "}");
    private static final Set<String> RESERVED = Set.of("anonymous", "authenticated", "everyone", "system", "unknown");

    private UserId() {}

    /** Ids that differ in letter case alone are the same account. */
    static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    static void check(String id) {
        if (id.isEmpty()) {
            throw Refusal.badInput("A user name is needed");
        }
        if (!LEGAL.matcher(id).matches()) {
            throw Refusal.badInput("A user name has only letters, digits, _ and - and is at most " + LONGEST + " long");
        }
        checkReserved(id);
    }

    /** As {@link #check}, for an id from elsewhere: it may have other characters, as long as it is one line. */
    static void checkForeign(String id) {
        if (id.isBlank() || id.length() > LONGEST_FOREIGN || !OneLine.is(id)) {
            throw Refusal.badInput("A user name is one line of at most " + LONGEST_FOREIGN + " characters");
        }
        checkReserved(id);
    }

    private static void checkReserved(String id) {
        if (RESERVED.contains(key(id))) {
            throw Refusal.badInput("The user name " + id + " is reserved");
        }
    }
}
