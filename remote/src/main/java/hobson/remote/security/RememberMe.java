package hobson.remote.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.http.Cookie;
import hobson.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The cookie by which a browser stays logged in when its session is over (security.md §4.2): user, end and signature. The signature
 * covers the user's seed, so a new password ends it.
 */
final class RememberMe {
    static final String COOKIE = "remember-me";

    private static final Duration GOOD_FOR = Duration.ofDays(14);
    private static final int LONGEST = 1_000;

    private final Users users;
    private final Rules rules;
    private final Signature signature;

    RememberMe(Users users, Rules rules) {
        this.users = users;
        this.rules = rules;
        this.signature = Signature.of(rules.serverKey(), "remember-me");
    }

    Cookie issue(Request request, User user) {
        long end = rules.clock().instant().plus(GOOD_FOR).toEpochMilli();
        var text = user.id() + ":" + end + ":" + signature(user, end);
        var value = Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        return cookie(request, value, (int) GOOD_FOR.toSeconds());
    }

    static Cookie cleared(Request request) {
        return cookie(request, "", 0);
    }

    /** The user that the cookie of this request is about, if it is good and such cookies count here. */
    Optional<User> read(Request request) {
        return request.cookie(COOKIE)
                .filter(value -> rules.remembersLogins() && value.length() <= LONGEST)
                .flatMap(this::verified);
    }

    private Optional<User> verified(String value) {
        var parts = decoded(value).split(":", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        long end = Long.parseLong(parts[1]);
        return users.find(parts[0]).filter(user -> isWithin(end) && Signature.same(signature(user, end), parts[2]));
    }

    private boolean isWithin(long end) {
        var now = rules.clock().instant();
        var then = Instant.ofEpochMilli(end);
        return then.isAfter(now) && !then.isAfter(now.plus(GOOD_FOR));
    }

    private String signature(User user, long end) {
        return signature.of(user.id() + ":" + end + ":" + user.seed());
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getDecoder().decode(value), UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Cookie cookie(Request request, String value, int seconds) {
        boolean secure = request.origin().scheme().equals("https");
        return new Cookie(COOKIE, value, "/", seconds, secure, "Lax");
    }
}
