package hobson.http.session;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sessions by id, the one used longest ago first; drops those that idled too long and, beyond the limit, the eldest. Thread-safe. */
final class SessionStore {
    private final SessionSettings settings;
    private final Map<String, Used> byId = new LinkedHashMap<>(16, 0.75f, true);

    SessionStore(SessionSettings settings) {
        this.settings = settings;
    }

    private record Used(Session session, Instant at) {}

    /** The session, used now; null when there is none or it idled too long. */
    synchronized @Nullable Session use(String id, Instant now) {
        var used = byId.get(id);
        if (used == null) return null;
        if (isOver(used, now)) {
            byId.remove(id);
            return null;
        }
        byId.put(id, new Used(used.session, now));
        return used.session;
    }

    synchronized void add(Session session, Instant now) {
        byId.put(session.id(), new Used(session, now));
        var eldest = byId.values().iterator();
        while (eldest.hasNext()) {
            var used = eldest.next();
            if (byId.size() <= settings.most() && !isOver(used, now)) return;
            eldest.remove();
        }
    }

    synchronized void remove(String id) {
        byId.remove(id);
    }

    synchronized int size() {
        return byId.size();
    }

    private boolean isOver(Used used, Instant now) {
        return used.at.plus(settings.idle()).isBefore(now);
    }
}
