package hobson.engine.user;

import hobson.engine.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to open an account. One that exists is valid.
 *
 * @param fullName blank: the id is used
 * @param password as the user types it; never kept, never printed
 */
public record NewAccount(
        String id, String fullName, @Nullable String email, String password) {
    static final int LONGEST_TEXT = 1_000;

    public NewAccount {
        UserId.check(id);
        checkPassword(password);
        fullName = fullName.isBlank() ? id : name("full name", fullName);
        email = email == null || email.isBlank() ? null : name("e-mail address", email);
    }

    static void checkPassword(String password) {
        if (password.isEmpty()) {
            throw Refusal.badInput("A password is needed");
        }
        shortText("password", password);
    }

    /** The text without blanks around it; refuses ({@code BAD_INPUT}) one that is long or more than a line. */
    static String name(String what, String text) {
        return OneLine.checked(what, shortText(what, text.strip()));
    }

    static String shortText(String what, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.badInput("The " + what + " is longer than " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    @Override
    public String toString() {
        return "NewAccount[" + id + "]";
    }
}
