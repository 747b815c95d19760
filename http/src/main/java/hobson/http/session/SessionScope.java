package hobson.http.session;

import hobson.http.Key;
import hobson.http.Request;
import hobson.http.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The session of one request, found when first asked for and made only when somebody wants one. Used by the thread of the request. */
public final class SessionScope {
    static final Key<SessionScope> KEY = new Key<>("session");

    private final Sessions sessions;
    private final Request request;
    private boolean searched;
    private boolean cookieDue;
    private @Nullable Session session;

    SessionScope(Sessions sessions, Request request) {
        this.sessions = sessions;
        this.request = request;
    }

    /**
     * The session of this request.
     *
     * @throws java.util.NoSuchElementException when the {@link Sessions} filter is not around the handler
     */
    public static SessionScope of(Request request) {
        return request.get(KEY);
    }

    /** The session that the caller brought; does not make one. */
    public Optional<Session> find() {
        if (!searched) session = sessions.find(request);
        searched = true;
        return Optional.ofNullable(session);
    }

    /** The caller's session, perhaps a new one. Not on an inline request, which may be handled twice. */
    public Session orCreate() {
        return orCreate(sessions::createForGuest);
    }

    /**
     * The same for a caller who proves with each request who it is. Many of them come without the cookie and get a new session each time; what
     * pushes out the one used longest ago are others of theirs, never a browser's.
     */
    public Session orCreateForScript() {
        return orCreate(sessions::createForScript);
    }

    private Session orCreate(Supplier<Session> creation) {
        request.beforeBlocking();
        var found = find().orElse(null);
        if (found != null) return found;
        var created = creation.get();
        cookieDue = true;
        session = created;
        return created;
    }

    /** The caller's session under a new id: to be called at every login and sign-up. */
    public Session renew() {
        var renewed = orCreate();
        sessions.renew(renewed);
        cookieDue = true;
        return renewed;
    }

    /** Ends the session and takes the cookie away. */
    public void invalidate() {
        request.beforeBlocking();
        find().ifPresent(sessions::end);
        session = null;
        cookieDue = true;
    }

    Response finish(Response response) {
        if (!cookieDue) return response;
        return sessions.withCookie(request, response, session == null ? "" : session.id());
    }
}
