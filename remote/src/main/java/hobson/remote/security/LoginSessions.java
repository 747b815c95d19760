package hobson.remote.security;

import hobson.engine.user.Caller;
import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.http.Key;
import hobson.http.Request;
import hobson.http.session.Session;
import hobson.http.session.SessionScope;
import java.util.Optional;

/** Who is logged in with which session. A session ends with the account, and with the user's seed: at every change of the password. */
final class LoginSessions {
    private static final Key<Login> LOGIN = new Key<>("login");

    private final Users users;

    LoginSessions(Users users) {
        this.users = users;
    }

    /** Logs the user in. The session gets another id, so that whoever planted the old one gains nothing (security.md §4). */
    static void begin(Request request, User user) {
        SessionScope.of(request).renew().put(LOGIN, new Login(user.id(), user.seed()));
    }

    Optional<Caller> find(Request request) {
        return SessionScope.of(request).find().flatMap(this::caller);
    }

    private Optional<Caller> caller(Session session) {
        return session.find(LOGIN)
                .flatMap(login -> users.find(login.userId)
                        .filter(user -> user.seed().equals(login.seed))
                        .map(user -> new Caller(user.id(), Caller.Proof.SESSION)));
    }

    private record Login(String userId, String seed) {}
}
