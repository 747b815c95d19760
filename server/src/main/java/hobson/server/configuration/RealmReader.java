package hobson.server.configuration;

import hobson.engine.Refusal;
import hobson.engine.user.NewAccount;
import hobson.server.password.BcryptPasswords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code jenkins.securityRealm}: whether accounts may be opened, and those that exist. */
record RealmReader(boolean signupAllowed, List<Account> accounts) {
    static final RealmReader ABSENT = new RealmReader(false, List.of());

    static RealmReader read(Value at) {
        if (at.isScalar() && at.text().equals("local")) {
            return ABSENT;
        }
        var local = at.section("local").only(at).getValue();
        if (local.isAbsent()) {
            return ABSENT;
        }
        var realm = local.section("allowsSignup", "enableCaptcha", "users");
        realm.value("enableCaptcha").filter(Value::flag).ifPresent(captcha -> {
            throw captcha.wrong("can only be false: this server has no captcha");
        });
        var accounts = realm.value("users").map(RealmReader::accounts).orElse(List.of());
        return new RealmReader(realm.value("allowsSignup").map(Value::flag).orElse(false), accounts);
    }

    private static List<Account> accounts(Value users) {
        var accounts = new ArrayList<Account>();
        var ids = new HashSet<String>();
        for (var user : users.list()) {
            var account = account(user);
            var id = account.account().id();
            if (!ids.add(id.toLowerCase(Locale.ROOT))) {
                throw user.wrong("names the user '" + id + "' twice");
            }
            accounts.add(account);
        }
        return accounts;
    }

    private static Account account(Value at) {
        var user = at.section("id", "name", "password", "description", "properties");
        var id = user.required(at, "id");
        try {
            var account = new NewAccount(
                    id.text(),
                    user.text("name").orElse(""),
                    user.value("properties").map(RealmReader::email).orElse(null),
                    password(user.required(at, "password")));
            return new Account(account, user.text("description").orElse(null));
        } catch (Refusal refusal) {
            throw id.wrong("'" + id.text() + "' cannot be: " + refusal.getMessage());
        }
    }

    private static String password(Value at) {
        var password = at.text();
        if (password.startsWith("#jbcrypt:")) {
            throw at.wrong("is a hash; write the password itself, or ${NAME} to take it from the environment");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > BcryptPasswords.MAX_BYTES) {
            throw at.wrong(
                    "is longer than " + BcryptPasswords.MAX_BYTES + " bytes, where the password hash stops reading");
        }
        return password;
    }

    private static @Nullable String email(Value properties) {
        String email = null;
        for (var property : properties.list()) {
            var mailer = property.section("mailer").only(property).getValue();
            email = mailer.section("emailAddress").text("emailAddress").orElse(email);
        }
        return email;
    }
}
