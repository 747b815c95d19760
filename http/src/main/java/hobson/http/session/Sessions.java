package hobson.http.session;

import hobson.http.Cookie;
import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of this server, in memory; they end with it. As a filter it makes {@link SessionScope#of} work and sets the cookie, named and
 * built as clients know it (security.md §4.1). Thread-safe.
 */
public final class Sessions implements Filter {
    private static final int ID_BYTES = 20;
    private static final Header EXPIRED = Header.constant("Expires", "Thu, 01 Jan 1970 00:00:00 GMT");

    private final InstantSource clock;
    private final SecureRandom random;
    private final String cookieName;
    private final SessionStore guests;
    private final SessionStore scripts;
    private final SessionStore members;

    public Sessions(SessionSettings settings, InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        this.guests = new SessionStore(settings);
        this.scripts = new SessionStore(settings);
        this.members = new SessionStore(settings);
        this.cookieName = "JSESSIONID." + hex(4);
    }

    @Override
    public Response handle(Request request, Handler next) {
        var scope = new SessionScope(this, request);
        return scope.finish(next.handle(request.with(SessionScope.KEY, scope)));
    }

    /** {@code JSESSIONID.} and eight hexadecimal digits, other ones at every start. */
    public String cookieName() {
        return cookieName;
    }

    /** How many there are, of every kind. */
    public int size() {
        return guests.size() + scripts.size() + members.size();
    }

    /** The session that one of the request's cookies names. */
    @Nullable
    Session find(Request request) {
        for (var id : request.cookies().all(cookieName)) {
            var now = clock.instant();
            for (var store : List.of(members, scripts, guests)) {
                var session = store.use(id, now);
                if (session != null) return session;
            }
        }
        return null;
    }

    Session createForGuest() {
        return created(guests);
    }

    Session createForScript() {
        return created(scripts);
    }

    private Session created(SessionStore store) {
        var session = new Session(newId());
        store.add(session, clock.instant());
        return session;
    }

    /** Gives a session a new id, so that nobody who knew the old one is logged in with it. */
    void renew(Session session) {
        end(session);
        session.renamed(newId());
        members.add(session, clock.instant());
    }

    void end(Session session) {
        guests.remove(session.id());
        scripts.remove(session.id());
        members.remove(session.id());
    }

    Response withCookie(Request request, Response response, String value) {
        var path = request.contextPath() + "/";
        int maxAge = value.isEmpty() ? 0 : -1;
        var cookie =
                new Cookie(cookieName, value, path, maxAge, request.origin().isSecure(), "Lax");
        var answer = response.withCookie(cookie);
        return answer.header("Expires").isPresent() ? answer : answer.with(EXPIRED);
    }

    private String newId() {
        return "node0" + hex(ID_BYTES) + ".node0";
    }

    private String hex(int bytes) {
        var random = new byte[bytes];
        this.random.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
