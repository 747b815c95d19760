package hobson.engine.user;

import hobson.engine.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about an account; null leaves it as it is. One that exists is valid.
 *
 * @param fullName empty: the old one stays
 * @param email empty: none
 * @param authorizedKeys public SSH keys, one a line; empty: none
 * @param password ends all sessions and remembered logins; API tokens stay good. Never kept, never printed
 */
public record UserChange(
        @Nullable String fullName,
        @Nullable String description,
        @Nullable String email,
        @Nullable String authorizedKeys,
        @Nullable String password) {
    public static final UserChange NOTHING = new UserChange(null, null, null, null, null);

    private static final int LONGEST_TEXT = 100_000;
    private static final Pattern KEY =
            Pattern.compile("(?:ssh-|ecdsa-sha2-|sk-)[a-z0-9@.-]+ +[A-Za-z0-9+/]+={0,2}(?: .*)?");

    public UserChange {
        fullName = fullName == null ? null : NewAccount.name("full name", fullName);
        email = email == null ? null : NewAccount.name("e-mail address", email);
        if (description != null) {
            longText("description", description);
        }
        if (authorizedKeys != null) {
            authorizedKeys = keys(authorizedKeys.strip());
        }
        if (password != null) {
            NewAccount.checkPassword(password);
        }
    }

    public static UserChange ofDescription(@Nullable String description) {
        return new UserChange(null, description, null, null, null);
    }

    public static UserChange ofPassword(String password) {
        return new UserChange(null, null, null, null, password);
    }

    private static String keys(String text) {
        longText("list of SSH keys", text);
        for (var line : text.split("\\R", -1)) {
            var key = line.strip();
            if (key.contains("PRIVATE KEY")) {
                throw Refusal.badInput("This is a private SSH key, which nobody should see: send the public one");
            }
            if (!key.isEmpty() && !key.startsWith("#") && !KEY.matcher(key).matches()) {
                throw Refusal.badInput("A public SSH key is one line like: ssh-ed25519 AAAAC3Nza… name");
            }
        }
        return text;
    }

    private static void longText(String what, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.badInput("The " + what + " is longer than " + LONGEST_TEXT + " characters");
        }
    }

    @Override
    public String toString() {
        return "UserChange";
    }
}
