package hobson.server.configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code jenkins.securityRealm}: whether accounts may be opened, and those that exist. */
record RealmReader(boolean signupAllowed, List<Account> accounts) {
    static final RealmReader ABSENT = new RealmReader(false, List.of());

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.@-]{1,200}");
    private static final Set<String> RESERVED = Set.of("anonymous", "authenticated", "system", "unknown");
    private static final Pattern HASH = Pattern.compile("#jbcrypt:\\$2[aby]?\\$\\d\\d\\$[./A-Za-z0-9]{53}");

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
            if (!ids.add(account.id().toLowerCase(Locale.ROOT))) {
                throw user.wrong("names the user '" + account.id() + "' twice");
            }
            accounts.add(account);
        }
        return accounts;
    }

    private static Account account(Value at) {
        var user = at.section("id", "name", "password", "description", "properties");
        var id = user.required(at, "id");
        if (!ID.matcher(id.text()).matches() || RESERVED.contains(id.text().toLowerCase(Locale.ROOT))) {
            throw id.wrong("is made of letters, digits and _ . @ -, and is no reserved name; not '" + id.text() + "'");
        }
        return new Account(
                id.text(),
                user.text("name").orElse(id.text()),
                user.value("password").map(RealmReader::password).orElse(null),
                user.text("description").orElse(null),
                user.value("properties").map(RealmReader::email).orElse(null));
    }

    private static String password(Value at) {
        var password = at.text();
        if (password.isEmpty()) {
            throw at.wrong("is empty");
        }
        if (password.startsWith("#jbcrypt:") && !HASH.matcher(password).matches()) {
            throw at.wrong("begins like a hash, but is not #jbcrypt: and 60 characters of bcrypt");
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
